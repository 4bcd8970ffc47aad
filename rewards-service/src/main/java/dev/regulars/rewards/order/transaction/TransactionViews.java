package dev.regulars.rewards.order.transaction;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.order.OrderState;
import dev.regulars.rewards.order.transaction.TransactionView.Buyer;
import dev.regulars.rewards.order.transaction.TransactionView.Item;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.rewards.product.voucher.Vouchers;
import dev.regulars.rewards.product.voucher.Vouchers.Code;
import dev.regulars.rewards.status.StatusView;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows orders, with the e-mail addresses of their buyers. */
@ApplicationScoped
public class TransactionViews {

    /** What only the buyer sees. */
    private record Private(List<Code> codes, @Nullable String instructions) {}

    private final People people;
    private final Vouchers vouchers;
    private final Outbox outbox;

    TransactionViews(People people, Vouchers vouchers, Outbox outbox) {
        this.people = people;
        this.vouchers = vouchers;
        this.outbox = outbox;
    }

    /** For those who manage the store: no codes. */
    public Uni<List<TransactionView>> views(CommunityId community, List<OrderDocument> orders) {
        return people.find(
                        community,
                        PersonKey.ID,
                        orders.stream().map(order -> order.accountId).collect(toSet()))
                .map(known -> orders.stream()
                        .map(order -> view(order, email(known, order), null))
                        .toList());
    }

    public Uni<TransactionView> view(OrderDocument order) {
        return views(order.communityId, List.of(order)).map(List::getFirst);
    }

    /** For the buyer, who waits for it: without an address, if the member directory cannot be reached. */
    public Uni<TransactionView> own(OrderDocument order) {
        Uni<Map<String, Person>> known = people.find(order.communityId, PersonKey.ID, List.of(order.accountId))
                .onFailure(Refusal.class)
                .recoverWithItem(away -> {
                    Log.debugf("No e-mail address of the buyer of %s: %s", order.transactionId, away.getMessage());
                    return Map.of();
                });
        return known.chain(found -> ofBuyer(order).map(mine -> view(order, email(found, order), mine)));
    }

    private Uni<Private> ofBuyer(OrderDocument order) {
        if (order.state != OrderState.CONFIRMED) {
            return Uni.createFrom().item(new Private(List.of(), null));
        }
        return vouchers.of(order.communityId, order.transactionId)
                .chain(codes -> ProductDocument.find(outbox.alone(), order.communityId, order.productId)
                        .map(product -> new Private(codes, product == null ? null : product.redemptionInstructions)));
    }

    private static @Nullable String email(Map<String, Person> people, OrderDocument order) {
        Person buyer = people.get(order.accountId);
        return buyer == null ? null : buyer.email();
    }

    private static TransactionView view(OrderDocument order, @Nullable String email, @Nullable Private mine) {
        var status = order.status;
        return new TransactionView(
                order.transactionId,
                status.id(),
                new StatusView(status.id(), status.name(), status.category(), status.color()),
                new Buyer(order.userId, email),
                new Item(order.productId, order.productName, order.price),
                order.quantity,
                order.state.shown(),
                order.state == OrderState.FAILED ? order.failureText : null,
                order.paid,
                order.refunded,
                order.buyer,
                mine == null ? null : mine.instructions(),
                mine == null || mine.codes().isEmpty() ? null : mine.codes(),
                order.createdAt,
                order.updatedAt);
    }
}
