package dev.regulars.rewards.order.purchase;

import static dev.regulars.rewards.RewardsError.OUT_OF_STOCK;
import static dev.regulars.rewards.RewardsError.PRICE_CHANGED;
import static dev.regulars.rewards.RewardsError.PRODUCT_ARCHIVED;

import dev.regulars.rewards.member.Standing;
import dev.regulars.rewards.order.OrderParts.BuyerInformation;
import dev.regulars.rewards.product.Prices;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided before an order is made; a purchase that is refused here leaves nothing behind. */
final class PurchaseRules {

    private PurchaseRules() {}

    /** @return the price of a piece */
    static long check(ProductDocument product, Standing buyer, PurchaseBody wanted, Instant now) {
        checkInformation(product, wanted.userInformation());
        if (buyer.suspended()) {
            throw Refusal.of(Kind.NOT_PERMITTED, buyer.accountId() + " is suspended");
        }
        if (!Prices.isForSaleTo(product, buyer)) {
            throw Refusal.of(Kind.NOT_PERMITTED, buyer.accountId() + " has no role that may buy " + product.id);
        }
        if (product.archived) {
            throw PRODUCT_ARCHIVED.because(product.id);
        }
        long price = Prices.of(product, buyer, now);
        if (wanted.price() != null && wanted.price() != price) {
            throw PRICE_CHANGED.saying("price is " + price + " now", "was seen as " + wanted.price());
        }
        if (product.stocks != null && product.stocks < wanted.pieces()) {
            throw OUT_OF_STOCK.because(product.id + " has " + product.stocks);
        }
        return price;
    }

    private static void checkInformation(ProductDocument product, @Nullable BuyerInformation told) {
        var asked = product.userInformation;
        if (!asked.isEnabled()) {
            return;
        }
        List<Fault> missing = new ArrayList<>();
        require(asked.shouldCollectName(), "name", told == null ? null : told.name(), missing);
        require(asked.shouldCollectPhone(), "phone", told == null ? null : told.phone(), missing);
        require(asked.shouldCollectAddress(), "address", told == null ? null : told.address(), missing);
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }

    private static void require(boolean asked, String member, @Nullable String told, List<Fault> missing) {
        if (asked && (told == null || told.isBlank())) {
            String field = "userInformation." + member;
            missing.add(new Fault(field, field + " is required"));
        }
    }
}
