package dev.regulars.rewards.store;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNullElse;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.RewardsError;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The configuration of stores. Every community has one. */
@ApplicationScoped
public class Stores {

    private final Outbox outbox;
    private final Clock clock;

    Stores(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<StoreView> read(CommunityId community) {
        return StoreDocument.ensure(outbox.alone(), community, clock.instant()).map(StoreView::of);
    }

    /** Refuses where members cannot buy. */
    public Uni<Void> checkOpen(CommunityId community) {
        return StoreDocument.ensure(outbox.alone(), community, clock.instant())
                .invoke(store -> {
                    if (!store.enabled) {
                        throw RewardsError.STORE_CLOSED.because(store.id);
                    }
                })
                .replaceWithVoid();
    }

    Uni<StoreView> update(Tx tx, StoreBody body) {
        checkCover(body);
        return StoreDocument.ensure(outbox.alone(), tx.community(), clock.instant())
                .invoke(store -> change(store, body))
                .chain(store -> store.store(tx).plug(orNotFound("store", store.id)))
                .map(StoreView::of);
    }

    private void change(StoreDocument store, StoreBody body) {
        store.enabled = requireNonNullElse(body.isEnabled(), store.enabled);
        store.title = requireNonNullElse(body.title(), store.title);
        store.description = requireNonNullElse(body.description(), store.description);
        if (body.cover() != null) {
            store.coverType = body.cover().type();
            store.coverValue = body.cover().value();
        }
        if (body.currency() != null) {
            store.currencyName = body.currency().name();
            store.currencySymbol = body.currency().symbol();
        }
        store.widgetId = body.widgetID() == null ? store.widgetId : body.widgetID();
        store.widgetEnabled =
                body.widget() == null ? store.widgetEnabled : body.widget().isEnabled();
        store.updatedAt = clock.instant();
    }

    /** An image is loaded by every member's browser. */
    private static void checkCover(StoreBody body) {
        if (body.cover() != null
                && body.cover().type().equals("image")
                && !body.cover().value().matches("https?://.+")) {
            throw Refusal.invalid("cover.value", "must be an http or https URL");
        }
    }
}
