package dev.regulars.rewards;

import dev.regulars.eventing.Indexed;
import dev.regulars.rewards.category.CategoryDocument;
import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.product.ProductDocument;
import dev.regulars.rewards.product.voucher.VoucherDocument;
import dev.regulars.rewards.status.StatusDocument;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** All indexes of the service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return CategoryDocument.buildIndexes()
                .chain(ProductDocument::buildIndexes)
                .chain(VoucherDocument::buildIndexes)
                .chain(StatusDocument::buildIndexes)
                .chain(OrderDocument::buildIndexes);
    }
}
