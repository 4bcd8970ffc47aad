package dev.regulars.eventing.operation;

import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.BySkip;
import dev.regulars.web.page.Page;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The same cards in the other families, and in those pages. */
@Path("/")
class CardFamiliesResource {

    private final Once once;
    private final Caller caller;
    private final Outbox outbox;

    CardFamiliesResource(Once once, Caller caller, Outbox outbox) {
        this.once = once;
        this.caller = caller;
        this.outbox = outbox;
    }

    @GET
    @Path("/integration/cards")
    @Needs(level = Level.MEMBER)
    @Says("")
    @Operation(operationId = "listIntegrationCards", summary = "List the cards by page")
    public Uni<Page<CardView>> byPage(@Valid @BeanParam ByPage page) {
        return CardDocument.page(outbox.alone(), caller.community(), page.request())
                .map(all -> all.map(CardView::of));
    }

    @GET
    @Path("/application/cards")
    @Needs(level = Level.MEMBER)
    @Says("Read cards success.")
    @Operation(operationId = "listApplicationCards", summary = "List the cards by skipping some")
    public Uni<Page<CardView>> bySkip(@Valid @BeanParam BySkip page) {
        return CardDocument.page(outbox.alone(), caller.community(), page.request())
                .map(all -> all.map(CardView::of));
    }

    @GET
    @Path("/system/cards")
    @Needs(level = Level.MEMBER)
    @Says("Cards have been read successfully")
    @Operation(operationId = "listSystemCards", summary = "List the cards")
    public Uni<List<CardView>> all() {
        return CardDocument.page(outbox.alone(), caller.community(), new ByPage().request())
                .map(page -> page.map(CardView::of).items());
    }

    @POST
    @Path("/system/cards/nothing")
    @Needs(level = Level.MEMBER)
    @Says("Nothing has been done successfully")
    @Operation(operationId = "doNothing", summary = "Do nothing")
    public Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    @POST
    @Path("/application/cards/claims")
    @Public
    @Says("Claim success.")
    @Operation(operationId = "claimCard", summary = "Claim a card by e-mail")
    public Uni<CardView> claim(@Valid @NotNull Claim claim) {
        return once.as(claim.email()).perform(CardView.class, tx -> Uni.createFrom()
                .item(new CardView(Ids.next(), claim.email(), null, null)));
    }

    record Claim(@NotNull String email) {}
}
