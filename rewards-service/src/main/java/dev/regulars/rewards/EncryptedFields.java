package dev.regulars.rewards;

import dev.regulars.reencryption.Encrypted;
import dev.regulars.rewards.product.voucher.Vouchers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The fields that this service encrypts under the master key. */
@Singleton
class EncryptedFields implements Encrypted {

    private final Vouchers vouchers;

    EncryptedFields(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @Override
    public List<Place> places() {
        return List.of(new Place(
                "vouchers",
                "code",
                (voucher, code) -> Map.of("codeHash", vouchers.hash(voucher.apply("productId"), code))));
    }
}
