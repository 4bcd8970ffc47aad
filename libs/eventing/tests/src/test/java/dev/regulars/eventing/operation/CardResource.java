package dev.regulars.eventing.operation;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.once.Once;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** No method here names its community: whoever forgets it has none. */
@Path("/application/communities/{communityId}/cards")
@Needs(level = Level.MEMBER)
class CardResource {

    static final AtomicInteger DRAFTS = new AtomicInteger();
    static final AtomicInteger ENTERED = new AtomicInteger();

    private final Once once;

    CardResource(Once once) {
        this.once = once;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Create card success.")
    @Operation(summary = "Create a card")
    public Uni<CardView> create(@Valid @NotNull NewCard card) {
        ENTERED.incrementAndGet();
        return once.perform(
                CardView.class,
                () -> Uni.createFrom().item(Ids.next()).invoke(DRAFTS::incrementAndGet),
                (tx, id) -> add(tx, id, card));
    }

    private static Uni<CardView> add(Tx tx, String id, NewCard card) {
        return CardDocument.of(tx.community(), id, card.title())
                .add(tx, tx.community())
                .map(added -> CardView.of(added).with(card.pin()));
    }

    @GET
    @Says("Read cards success.")
    @Operation(summary = "List the cards")
    public Uni<Page<CardView>> list(@Valid @BeanParam ByCursor page) {
        return once.read(
                tx -> CardDocument.page(tx, tx.community(), page.request()).map(all -> all.map(CardView::of)));
    }

    @GET
    @Path("/forgetful")
    @Says("Says what anybody may read.")
    @Operation(summary = "Read without asking who calls")
    public Uni<Nothing> forget() {
        ENTERED.incrementAndGet();
        return Uni.createFrom().item(new Nothing());
    }

    @PATCH
    @Path("/{cardId}")
    @Needs(level = Level.ADMIN)
    @Says("Update card success.")
    @Operation(summary = "Change a card")
    public Uni<CardView> update(@ObjectId String cardId, @Valid @NotNull CardPatch patch) {
        return once.perform(CardView.class, tx -> CardDocument.find(tx, tx.community(), cardId)
                .plug(orNotFound("card", cardId))
                .chain(card -> CardDocument.write(
                        tx, tx.community(), cardId, patch.note().orElse(card.note)))
                .map(CardView::of));
    }

    @DELETE
    @Path("/{cardId}")
    @Needs(level = Level.ADMIN)
    @Says("Delete card success.")
    @Operation(summary = "Delete a card")
    public Uni<Nothing> delete(@ObjectId String cardId) {
        return once.perform(
                tx -> CardDocument.remove(tx, tx.community(), cardId).plug(orNotFound("card", cardId)));
    }
}
