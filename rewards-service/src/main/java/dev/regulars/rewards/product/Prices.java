package dev.regulars.rewards.product;

import dev.regulars.rewards.member.Standing;
import dev.regulars.rewards.product.ProductParts.SpecialPrice;
import java.time.Instant;
import java.util.stream.LongStream;

/** What a product costs whom, and who may buy it. */
public final class Prices {

    private Prices() {}

    /** The lowest price that applies: the plain one, the discount while it lasts, and those of roles and tags. */
    public static long of(ProductDocument product, Standing buyer, Instant now) {
        LongStream special =
                product.prices.stream().filter(price -> isFor(price, buyer)).mapToLong(SpecialPrice::price);
        LongStream discount = isDiscounted(product, now) && product.discountPrice != null
                ? LongStream.of(product.discountPrice)
                : LongStream.empty();
        return LongStream.concat(special, discount).min().stream()
                .map(lowest -> Math.min(lowest, product.price))
                .findFirst()
                .orElse(product.price);
    }

    public static boolean isForSaleTo(ProductDocument product, Standing buyer) {
        return !product.accessLimited || product.allowedRoles.stream().anyMatch(buyer.roleIds()::contains);
    }

    private static boolean isFor(SpecialPrice price, Standing buyer) {
        boolean role = price.role() == null || buyer.roleIds().contains(price.role());
        boolean tag = price.tag() == null || buyer.tags().contains(price.tag());
        return role && tag;
    }

    private static boolean isDiscounted(ProductDocument product, Instant now) {
        boolean begun = product.discountStart == null || !product.discountStart.isAfter(now);
        boolean over = product.discountEnd != null && !product.discountEnd.isAfter(now);
        return product.discounted && begun && !over;
    }
}
