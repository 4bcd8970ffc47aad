package dev.regulars.rewards.storefront;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.stream.Collectors.toSet;

import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.rewards.product.ProductView;
import dev.regulars.rewards.product.Products;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;

/** The categories in which a user finds something. */
@ApplicationScoped
class OfferedCategories {

    private final People people;
    private final Products products;

    OfferedCategories(People people, Products products) {
        this.people = people;
        this.products = products;
    }

    /** @param userId decimal, or the account's {@code _id} */
    Uni<Set<String>> to(CommunityId community, String userId) {
        return people.find(community, PersonKey.ANY, userId)
                .plug(orNotFound("person", userId))
                .chain(person -> offered(community, person.accountId()));
    }

    /** To those of whom nothing is known. */
    Uni<Set<String>> toVisitors(CommunityId community) {
        return offered(community, "");
    }

    private Uni<Set<String>> offered(CommunityId community, String accountId) {
        return products.offered(community, accountId).map(offers -> offers.stream()
                .map(ProductView::category)
                .filter(Objects::nonNull)
                .collect(toSet()));
    }
}
