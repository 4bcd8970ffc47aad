package dev.regulars.webhook.replay;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import dev.regulars.webhook.delivery.DeliveryState;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Begins, shows and cancels replays. */
@ApplicationScoped
class Replays {

    private static final int RATE = 50;
    private static final List<DeliveryState> CLOSED = List.of(DeliveryState.DELIVERED, DeliveryState.FAILED);

    private final ReplayWorker worker;
    private final Outbox outbox;
    private final Clock clock;

    Replays(ReplayWorker worker, Outbox outbox, Clock clock) {
        this.worker = worker;
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<ReplayView> begin(Tx tx, String webhook, NewReplay request) {
        if (!request.from().isBefore(request.to())) {
            throw Refusal.invalid("to", "must be later than from");
        }
        if (request.states() != null && !CLOSED.containsAll(request.states())) {
            throw Refusal.invalid("states", "must be of delivered and failed");
        }
        return SubscriptionDocument.find(tx, tx.community(), webhook)
                .plug(orNotFound("webhook", webhook))
                .map(found -> document(tx, webhook, request))
                .call(replay -> ReplayWrites.count(replay).invoke(total -> replay.total = total))
                .chain(replay -> replay.store(tx))
                .invoke(worker::wake)
                .map(replay -> new ReplayView(replay.id, replay.status, replay.total, 0, 0));
    }

    /** Deliveries that are created from now on are not its own. */
    private ReplayDocument document(Tx tx, String webhook, NewReplay request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var replay = new ReplayDocument();
        replay.id = Ids.next();
        replay.communityId = tx.community().id();
        replay.subscriptionId = webhook;
        replay.from = request.from();
        replay.to = request.to().isAfter(now) ? now : request.to();
        replay.events = request.events() == null ? List.of() : request.events();
        replay.states = request.states() == null ? CLOSED : request.states();
        replay.ratePerSecond = request.ratePerSecond() == null ? RATE : request.ratePerSecond();
        replay.status = request.countsOnly() ? ReplayStatus.DRY_RUN : ReplayStatus.RUNNING;
        replay.nextAt = now;
        replay.createdAt = now;
        return replay;
    }

    Uni<ReplayView> byId(CommunityId community, String webhook, String id) {
        return ReplayDocument.find(outbox.alone(), community, webhook, id)
                .plug(orNotFound("replay", id))
                .chain(Replays::view);
    }

    /** What it has opened already goes on. */
    Uni<ReplayView> cancel(Tx tx, String webhook, String id) {
        return ReplayDocument.cancel(tx, webhook, id)
                .onItem()
                .ifNull()
                .switchTo(() -> ReplayDocument.find(tx, tx.community(), webhook, id))
                .plug(orNotFound("replay", id))
                .chain(Replays::view);
    }

    private static Uni<ReplayView> view(ReplayDocument replay) {
        return ReplayWrites.count(replay, DeliveryState.DELIVERED)
                .chain(done -> ReplayWrites.count(replay, DeliveryState.FAILED).chain(failed -> ReplayWrites.count(
                                replay, DeliveryState.OPEN)
                        .map(open -> new ReplayView(replay.id, status(replay, open), replay.total, done, failed))));
    }

    private static ReplayStatus status(ReplayDocument replay, long open) {
        return replay.status == ReplayStatus.RUNNING && replay.opened && open == 0 ? ReplayStatus.DONE : replay.status;
    }
}
