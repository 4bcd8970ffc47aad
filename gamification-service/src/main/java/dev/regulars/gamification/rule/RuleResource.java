package dev.regulars.gamification.rule;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.rule.DryRun.DryRunView;
import dev.regulars.gamification.rule.RuleRequests.DryRunRequest;
import dev.regulars.gamification.rule.RuleRequests.RuleBody;
import dev.regulars.gamification.rule.RuleRequests.RulePatch;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/rules")
@Tag(name = "Rules", description = "What members get for what they do")
class RuleResource {

    private final Rules rules;
    private final DryRun dryRun;
    private final Once once;
    private final Caller caller;

    RuleResource(Rules rules, DryRun dryRun, Once once, Caller caller) {
        this.rules = rules;
        this.dryRun = dryRun;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @Says("Read rules success.")
    @Operation(operationId = "listRules", summary = "List the rules of a community, the oldest first")
    public Uni<Page<RuleView>> list(@Valid @BeanParam ByCursor page) {
        return rules.list(caller.community(), page.request());
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @Says("Create rule success.")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 100 rules")
    @Operation(operationId = "createRule", summary = "Create a rule")
    public Uni<RuleView> create(@Valid @NotNull RuleBody rule) {
        return once.perform(RuleView.class, tx -> rules.create(tx, rule));
    }

    @GET
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @Says("Read rule success.")
    @Operation(operationId = "getRule", summary = "Read a rule")
    public Uni<RuleView> get(@ObjectId String id) {
        return rules.get(caller.community(), id);
    }

    @PATCH
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @Says("Update rule success.")
    @Operation(operationId = "updateRule", summary = "Change a rule, which is its next version then")
    public Uni<RuleView> update(@ObjectId String id, @Valid @NotNull RulePatch rule) {
        return once.perform(RuleView.class, tx -> rules.update(tx, id, rule));
    }

    @DELETE
    @Path("/{id}")
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @Says("Delete rule success.")
    @Operation(operationId = "deleteRule", summary = "Delete a rule; what members got stays theirs")
    public Uni<RuleView> delete(@ObjectId String id) {
        return once.perform(RuleView.class, tx -> rules.delete(tx, id));
    }

    @POST
    @Path("/dry-run")
    @Needs(level = Level.ADMIN, permission = Permission.LEDGER)
    @IgnoresIdempotencyKey("It changes nothing")
    @Says("Dry run success.")
    @Operation(operationId = "dryRunRule", summary = "What a rule would have done on the days that have been")
    public Uni<List<DryRunView>> dryRun(@Valid @NotNull DryRunRequest rule) {
        return once.read(tx -> dryRun.run(tx, rule));
    }
}
