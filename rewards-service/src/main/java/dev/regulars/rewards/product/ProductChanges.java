package dev.regulars.rewards.product;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.events.CommunityId;
import dev.regulars.rewards.product.ProductParts.StatusOverride;
import dev.regulars.rewards.product.ProductParts.UserInformation;
import dev.regulars.rewards.product.ProductParts.VoucherHighlight;
import dev.regulars.rewards.product.body.ProductChange;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request changes of a product. */
final class ProductChanges {

    private ProductChanges() {}

    static ProductDocument blank(CommunityId community, Instant now) {
        var product = new ProductDocument();
        product.id = Ids.next();
        product.communityId = community;
        product.name = "";
        product.description = "";
        product.userInformation = UserInformation.NONE;
        product.highlight = VoucherHighlight.NONE;
        product.allowedRoles = List.of();
        product.statusOverride = StatusOverride.NONE;
        product.prices = List.of();
        product.reservations = List.of();
        product.createdAt = now;
        return product;
    }

    static ProductDocument apply(ProductDocument product, ProductChange change, Instant now) {
        describe(product, change);
        price(product, change);
        access(product, change);
        product.userInformation =
                requireNonNullElse(change.userInformation().orElse(product.userInformation), UserInformation.NONE);
        product.expiringFirst = isSet(change.shouldPrioritiesExpiringVouchers().orElse(product.expiringFirst));
        product.remainingShown = isSet(change.shouldDisplayRemainingQuantity().orElse(product.remainingShown));
        product.highlight =
                requireNonNullElse(change.expiringVoucherHighlight().orElse(product.highlight), VoucherHighlight.NONE);
        product.statusOverride =
                requireNonNullElse(change.purchaseStatusOverride().orElse(product.statusOverride), StatusOverride.NONE);
        product.voucherExpireDate = change.voucherExpireDate().orElse(product.voucherExpireDate);
        product.updatedAt = now;
        check(product);
        return product;
    }

    private static void describe(ProductDocument product, ProductChange change) {
        product.name = requireNonNullElse(change.name().orElse(product.name), product.name);
        product.description = requireNonNullElse(change.description().orElse(product.description), "");
        product.image = change.image().orElse(product.image);
        product.category = change.category().orElse(product.category);
        product.redemptionInstructions = change.redemptionInstructions().orElse(product.redemptionInstructions);
        product.stocks = change.stocks().orElse(product.stocks);
        product.archived = isSet(change.isArchived().orElse(product.archived));
    }

    private static void price(ProductDocument product, ProductChange change) {
        product.price = requireNonNullElse(change.price().orElse(product.price), product.price);
        product.discountPrice = change.discountPrice().orElse(product.discountPrice);
        product.discounted = isSet(change.isDiscountEnabled().orElse(product.discounted));
        product.discountStart = change.discountStartDate().orElse(product.discountStart);
        product.discountEnd = change.discountEndDate().orElse(product.discountEnd);
        product.prices = requireNonNullElse(change.prices().orElse(product.prices), List.of());
    }

    private static void access(ProductDocument product, ProductChange change) {
        product.allowedRoles = requireNonNullElse(change.productPermission().orElse(product.allowedRoles), List.of());
        product.accessLimited = isSet(change.isProductAccessEnabled().orElse(product.accessLimited));
        product.limit = change.limit().orElse(product.limit);
    }

    private static void check(ProductDocument product) {
        if (product.discounted && product.discountPrice == null) {
            throw Refusal.invalid("discountPrice", "is required");
        }
        if (product.discountStart != null
                && product.discountEnd != null
                && !product.discountStart.isBefore(product.discountEnd)) {
            throw Refusal.invalid("discountEndDate", "must be after discountStartDate");
        }
        if (product.prices.stream().anyMatch(price -> price.role() == null && price.tag() == null)) {
            throw Refusal.invalid("prices", "must name a role or a tag each");
        }
        if (!List.of("days", "weeks", "months").contains(product.highlight.timeframe())) {
            throw Refusal.invalid("expiringVoucherHighlight.timeframe", "must be one of: days, weeks, months");
        }
        if (product.statusOverride.isEnabled() && product.statusOverride.status() == null) {
            throw Refusal.invalid("purchaseStatusOverride.status", "is required");
        }
    }

    private static boolean isSet(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }
}
