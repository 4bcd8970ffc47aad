package dev.regulars.rewards.order.history;

import static dev.regulars.rewards.RewardsError.ORDER_NOT_CONFIRMED;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.order.OrderFilter;
import dev.regulars.rewards.order.OrderState;
import dev.regulars.rewards.order.transaction.TransactionView;
import dev.regulars.rewards.order.transaction.TransactionViews;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads orders: for those who manage the store all of them, for members their own, with their codes. */
@ApplicationScoped
class Orders {

    private final TransactionViews views;
    private final People people;
    private final Outbox outbox;

    Orders(TransactionViews views, People people, Outbox outbox) {
        this.views = views;
        this.people = people;
        this.outbox = outbox;
    }

    Uni<Page<TransactionView>> page(CommunityId community, OrderFilter wanted, PageRequest request) {
        return OrderDocument.page(outbox.alone(), community, wanted, request)
                .chain(page -> views.views(community, page.items())
                        .map(items -> new Page<>(items, request, page.total(), page.nextCursor())));
    }

    Uni<Page<TransactionView>> ofUser(CommunityId community, TransactionsOfUser asked) {
        return people.find(community, PersonKey.EMAIL, asked.email())
                .plug(orNotFound("person", "of this e-mail address"))
                .chain(person -> page(community, OrderFilter.of(person.accountId()), asked.request()));
    }

    Uni<Page<TransactionView>> own(CommunityId community, OrderFilter wanted, PageRequest request) {
        return OrderDocument.page(outbox.alone(), community, wanted, request).chain(page -> Multi.createFrom()
                .iterable(page.items())
                .onItem()
                .transformToUniAndConcatenate(views::own)
                .collect()
                .asList()
                .map(items -> new Page<>(items, request, page.total(), page.nextCursor())));
    }

    Uni<TransactionView> view(OrderDocument order) {
        return views.view(order);
    }

    /** Of whatever outcome, for those who manage the store. */
    Uni<TransactionView> read(CommunityId community, String transactionId) {
        return find(community, transactionId).chain(views::view);
    }

    /** Of whatever outcome, if it is one's own. */
    Uni<TransactionView> readOwn(CommunityId community, String transactionId, String accountId) {
        return find(community, transactionId)
                .map(order -> order.accountId.equals(accountId) ? order : null)
                .plug(orNotFound("order of this member", transactionId))
                .chain(views::own);
    }

    /** As a manager, or as its buyer where it is one's own. */
    Uni<TransactionView> readAny(CommunityId community, String transactionId, String accountId) {
        return find(community, transactionId)
                .chain(order -> order.accountId.equals(accountId) ? views.own(order) : views.view(order));
    }

    Uni<List<HistoryView>> history(CommunityId community, String transactionId) {
        return find(community, transactionId).map(order -> {
            if (order.state != OrderState.CONFIRMED) {
                throw ORDER_NOT_CONFIRMED.because(transactionId + " is " + order.state);
            }
            return order.history.stream().map(HistoryView::of).toList();
        });
    }

    private Uni<OrderDocument> find(CommunityId community, String transactionId) {
        return OrderDocument.findByTransaction(outbox.alone(), community, transactionId)
                .plug(orNotFound("order", transactionId));
    }
}
