package dev.regulars.rewards.limit;

import static dev.regulars.rewards.RewardsError.MEMBER_LIMIT;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.limit.LimitDocument.Bought;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much of a product a member may buy. Every step of an order can be repeated. */
@ApplicationScoped
public class Limits {

    /**
     * Whose limit, and of which product.
     *
     * @param days in which purchases count together; absent: for ever
     */
    public record Limit(
            CommunityId community,
            String productId,
            String accountId,
            int count,
            @Nullable Integer days) {}

    private static final int TRIES = 20;
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Outbox outbox;
    private final Clock clock;

    Limits(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Counts an order; refuses where the limit is reached. */
    public Uni<Void> reserve(Limit limit, String orderId, int quantity) {
        return change(
                limit.community(),
                limit.productId(),
                limit.accountId(),
                bought -> counted(limit, bought, new Bought(orderId, quantity, clock.instant())),
                TRIES);
    }

    /** The order failed or was cancelled: it counts no more, and a late repeat of its reservation counts nothing. */
    public Uni<Void> release(CommunityId community, String productId, String accountId, String orderId) {
        return change(
                community,
                productId,
                accountId,
                bought -> Stream.concat(
                                bought.stream().filter(one -> !one.orderId().equals(orderId)),
                                Stream.of(new Bought(orderId, 0, clock.instant())))
                        .toList(),
                TRIES);
    }

    private Uni<Void> change(
            CommunityId community, String productId, String accountId, UnaryOperator<List<Bought>> change, int tries) {
        return LimitDocument.ensure(outbox.alone(), community, productId, accountId)
                .chain(limit -> limit.store(outbox.alone(), change.apply(limit.bought)))
                .chain(stored -> {
                    if (stored != null) {
                        return Uni.createFrom().voidItem();
                    }
                    if (tries == 0) {
                        throw Refusal.of(Kind.UNAVAILABLE, "a limit that changes all the time");
                    }
                    return change(community, productId, accountId, change, tries - 1);
                });
    }

    /** Decides in memory; what no longer counts is left out. */
    static List<Bought> counted(Limit limit, List<Bought> bought, Bought order) {
        if (bought.stream().anyMatch(one -> one.orderId().equals(order.orderId()))) {
            return bought;
        }
        Instant since = limit.days() == null ? Instant.EPOCH : order.at().minus(Duration.ofDays(limit.days()));
        long sum = bought.stream()
                .filter(one -> one.at().isAfter(since))
                .mapToLong(Bought::quantity)
                .sum();
        if (sum + order.quantity() > limit.count()) {
            throw MEMBER_LIMIT.saying("limit reached: purchases of this product " + limit.count(), "bought " + sum);
        }
        Instant forgotten = order.at().minus(REMEMBERED);
        return Stream.concat(
                        bought.stream()
                                .filter(one -> one.quantity() > 0
                                        ? one.at().isAfter(since)
                                        : one.at().isAfter(forgotten)),
                        Stream.of(order))
                .toList();
    }
}
