package dev.regulars.rewards.product;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.rewards.member.Members;
import dev.regulars.rewards.member.Standing;
import dev.regulars.rewards.product.ProductView.SpecialPriceView;
import dev.regulars.rewards.product.voucher.Vouchers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows products to managers and members. */
@ApplicationScoped
public class ProductViews {

    private final Members members;
    private final Vouchers vouchers;
    private final Outbox outbox;
    private final Clock clock;

    ProductViews(Members members, Vouchers vouchers, Outbox outbox, Clock clock) {
        this.members = members;
        this.vouchers = vouchers;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<ProductView> view(CommunityId community, ProductDocument product, @Nullable Standing viewer) {
        return views(community, List.of(product), viewer).map(List::getFirst);
    }

    /** @param viewer absent for managers */
    public Uni<List<ProductView>> views(
            CommunityId community, List<ProductDocument> products, @Nullable Standing viewer) {
        Tx tx = outbox.alone();
        Set<String> roles = products.stream()
                .flatMap(product -> product.prices.stream())
                .map(price -> price.role())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Uni<Set<String>> deleted = viewer == null
                ? members.deletedRoles(tx, community, roles)
                : Uni.createFrom().item(Set.of());
        return deleted.chain(
                gone -> vouchers.left(tx, community, withVouchers(products)).map(left -> products.stream()
                        .map(product -> viewer == null ? managed(product, gone, left) : offered(product, viewer, left))
                        .toList()));
    }

    private static List<String> withVouchers(List<ProductDocument> products) {
        return products.stream()
                .filter(one -> one.hasVouchers)
                .map(one -> one.id)
                .toList();
    }

    private static ProductView managed(ProductDocument product, Set<String> deletedRoles, Map<String, Long> left) {
        var prices = product.prices.stream()
                .map(one -> new SpecialPriceView(
                        one.role(), one.tag(), one.price(), one.role() != null && deletedRoles.contains(one.role())))
                .toList();
        return view(product, new ForManagers(product, prices, left.getOrDefault(product.id, 0L)), null);
    }

    private ProductView offered(ProductDocument product, Standing viewer, Map<String, Long> left) {
        boolean codes = !product.hasVouchers || left.getOrDefault(product.id, 0L) > 0;
        boolean pieces = product.stocks == null || product.stocks > 0;
        return view(product, null, new ForMember(Prices.of(product, viewer, clock.instant()), codes && pieces));
    }

    private record ForManagers(ProductDocument product, List<SpecialPriceView> prices, long vouchers) {}

    private record ForMember(long price, boolean available) {}

    private static ProductView view(
            ProductDocument product, @Nullable ForManagers managers, @Nullable ForMember member) {
        return new ProductView(
                product.id,
                product.communityId.id(),
                product.name,
                product.description,
                product.image,
                product.price,
                product.category,
                managers != null || product.remainingShown ? product.stocks : null,
                product.discountPrice,
                product.discounted,
                product.discountStart,
                product.discountEnd,
                product.userInformation,
                product.expiringFirst,
                product.remainingShown,
                product.highlight,
                product.archived,
                managers == null ? null : product.totalOrders,
                managers == null ? null : product.redemptionInstructions,
                managers == null ? null : product.allowedRoles,
                product.accessLimited,
                managers == null ? null : product.statusOverride,
                managers == null ? null : managers.vouchers(),
                product.voucherExpireDate,
                managers == null ? null : managers.prices(),
                product.limit,
                member == null ? null : member.price(),
                member == null ? null : member.available(),
                product.createdAt,
                product.updatedAt);
    }
}
