package dev.regulars.rewards.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.outbox.Change;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.rewards.RewardsEvent;
import dev.regulars.events.rewards.RewardsEvent.OrderConfirmed;
import dev.regulars.rewards.order.OrderParts.Refund;
import dev.regulars.rewards.order.OrderParts.StatusChange;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The writes of an order's steps; each is nothing where another was faster. */
public final class OrderWrites {

    private static final String STATE = "state";

    private OrderWrites() {}

    static Uni<@Nullable OrderDocument> debiting(Tx tx, OrderDocument order, long stockTaken) {
        return order(tx, order)
                .when(eq(STATE, OrderState.RESERVING.name()))
                .by(combine(set(STATE, OrderState.DEBITING.name()), set("stockTaken", stockTaken)))
                .withoutEvent();
    }

    static Uni<@Nullable OrderDocument> confirmed(Tx tx, OrderDocument order, StatusChange first) {
        var event = new OrderConfirmed(
                order.communityId.id(),
                order.transactionId,
                order.accountId,
                order.userId,
                order.productId,
                order.productName,
                order.price,
                order.quantity,
                order.status.id(),
                first.at());
        return order(tx, order)
                .when(eq(STATE, OrderState.DEBITING.name()))
                .by(combine(
                        set(STATE, OrderState.CONFIRMED.name()), push("history", first), set("updatedAt", first.at())))
                .emitting(event);
    }

    /** @param voidDue whether the ledger may have taken the coins */
    static Uni<@Nullable OrderDocument> releasing(
            Tx tx, OrderDocument order, Refusal why, boolean voidDue, Instant now) {
        return order(tx, order)
                .when(in(STATE, OrderState.RESERVING.name(), OrderState.DEBITING.name()))
                .by(combine(
                        set(STATE, OrderState.RELEASING.name()),
                        set("failure", why.code()),
                        set("failureText", why.said()),
                        set("voidDue", voidDue),
                        set("updatedAt", now)))
                .withoutEvent();
    }

    static Uni<@Nullable OrderDocument> failed(Tx tx, OrderDocument order) {
        return order(tx, order)
                .when(eq(STATE, OrderState.RELEASING.name()))
                .by(combine(set(STATE, OrderState.FAILED.name()), unset("dueAt")))
                .withoutEvent();
    }

    /** A step through the statuses, or a refund, or both; what follows elsewhere is due at once. */
    public static Uni<@Nullable OrderDocument> changed(
            Tx tx,
            OrderDocument order,
            @Nullable StatusChange step,
            @Nullable Refund refund,
            boolean restore,
            Instant now,
            RewardsEvent... events) {
        List<Bson> all = new ArrayList<>(List.of(inc("revision", 1L), set("updatedAt", now)));
        if (step != null) {
            all.add(set("status", step.status()));
            all.add(push("history", step));
        }
        if (refund != null) {
            all.add(inc("refunded", refund.amount()));
            all.add(push("refunds", refund));
        }
        if (restore) {
            all.add(set("restoreDue", true));
        }
        if (restore || refund != null) {
            all.add(set("dueAt", now));
        }
        return order(tx, order)
                .when(and(eq(STATE, OrderState.CONFIRMED.name()), eq("revision", order.revision)))
                .by(combine(all))
                .emitting(events);
    }

    static Uni<Void> restored(Tx tx, OrderDocument order) {
        return order(tx, order).by(set("restoreDue", false)).withoutEvent().replaceWithVoid();
    }

    static Uni<Void> posted(Tx tx, OrderDocument order, Refund refund) {
        return order(tx, order)
                .when(elemMatch("refunds", and(eq("id", refund.id()), eq("posted", false))))
                .by(set("refunds.$.posted", true))
                .withoutEvent()
                .replaceWithVoid();
    }

    /** Nothing more is to be done, unless something new was decided meanwhile. */
    static Uni<Void> done(Tx tx, OrderDocument order) {
        return order(tx, order)
                .when(eq("revision", order.revision))
                .by(unset("dueAt"))
                .withoutEvent()
                .replaceWithVoid();
    }

    static Uni<Void> postponed(Tx tx, OrderDocument order, Instant until) {
        return order(tx, order)
                .when(eq("revision", order.revision))
                .by(set("dueAt", until))
                .withoutEvent()
                .replaceWithVoid();
    }

    private static Change<OrderDocument> order(Tx tx, OrderDocument order) {
        return OrderDocument.orders().of(order.communityId).change(tx, order.id);
    }
}
