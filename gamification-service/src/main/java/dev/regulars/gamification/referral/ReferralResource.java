package dev.regulars.gamification.referral;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/referrals")
@Tag(ref = "Referrals")
class ReferralResource {

    private static final int LIMIT = 50;

    /** Whose referrals, and how many of them. */
    @Schema(examples = """
            {"identifier": {"type": "email", "value": "ana@example.com"}, "pagination": {"limit": 20}}""")
    record SummaryRequest(
            @NotNull @Valid Identifier identifier,
            @Valid @Nullable SummaryPart pagination) {}

    /** Who is meant. */
    record Identifier(
            @NotBlank @Size(max = 20) @Schema(description = "email, id, username or custom-field")
            String type,

            @NotBlank @Size(max = 254) String value,

            @Size(max = 100) @Nullable @Schema(description = "For custom-field: which one")
            String fieldName) {}

    /** Which part. */
    record SummaryPart(
            @Min(1) @Max(200) @Nullable Integer limit,

            @Size(max = 2_000) @Nullable @Schema(description = "nextCursor of the part before")
            String cursor) {}

    /** Who brought me. */
    @Schema(examples = """
            {"code": "3f9a1c07be"}""")
    record ClaimRequest(
            @NotBlank @Size(max = 64) @Schema(description = "The code of the member who brought me")
            String code) {}

    /** It is known now. */
    @Schema(examples = """
            {"referrerId": "66b1f0e9a4d3e5f60718293c"}""")
    record ClaimView(@Schema(description = "24 hex digits") String referrerId) {}

    private final Persons persons;
    private final ReferralSummaries summaries;
    private final Referrals referrals;
    private final Once once;
    private final Caller caller;

    ReferralResource(Persons persons, ReferralSummaries summaries, Referrals referrals, Once once, Caller caller) {
        this.persons = persons;
        this.summaries = summaries;
        this.referrals = referrals;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/summary")
    @Needs(level = Level.ADMIN, permission = Permission.GET_USER_DATA)
    @IgnoresIdempotencyKey("It only reads")
    @Says("Read referral summary success.")
    @Operation(operationId = "getReferralSummary", summary = "Read whom a member brought, and what came of it")
    public Uni<SummaryView> summary(@Valid @NotNull SummaryRequest request) {
        SummaryPart part = requireNonNullElse(request.pagination(), new SummaryPart(null, null));
        var page = PageRequest.ofCursor(part.cursor(), requireNonNullElse(part.limit(), LIMIT));
        return once.read(
                tx -> person(request.identifier()).chain(person -> summaries.of(tx, tx.community(), person, page)));
    }

    @POST
    @Path("/claims")
    @ResponseStatus(201)
    @Needs(level = Level.MEMBER, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Create claim success.")
    @Refuses(kind = Kind.CONFLICT, when = "It is known who brought the member, or the code is the member's own")
    @Operation(operationId = "claimReferral", summary = "Say whose code brought me; the first one stays")
    public Uni<ClaimView> claim(@Valid @NotNull ClaimRequest request) {
        String account = caller.accountId();
        return once.perform(
                ClaimView.class,
                tx -> referrals.claim(tx, account, request.code()).map(ClaimView::new));
    }

    private Uni<Person> person(Identifier identifier) {
        String value = identifier.value();
        return switch (identifier.type()) {
            case "email" -> persons.find(caller.community(), PersonKey.EMAIL, value);
            case "username" -> persons.find(caller.community(), PersonKey.USERNAME, value);
            case "id" -> persons.byId(caller.community(), value);
            case "custom-field" -> persons.byField(caller.community(), field(identifier), value);
            default -> throw Refusal.invalid("identifier.type", "must be one of: custom-field, email, id, username");
        };
    }

    private static String field(Identifier identifier) {
        if (identifier.fieldName() == null || identifier.fieldName().isBlank()) {
            throw Refusal.invalid("identifier.fieldName", "is required");
        }
        return identifier.fieldName();
    }
}
