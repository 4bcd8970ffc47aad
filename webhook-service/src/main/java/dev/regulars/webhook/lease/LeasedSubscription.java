package dev.regulars.webhook.lease;

import dev.regulars.webhook.encryption.KeySchedule;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import dev.regulars.webhook.signature.MessageSigner;
import dev.regulars.webhook.subscription.setting.DeliveryOrder;
import dev.regulars.webhook.subscription.setting.Rest;
import dev.regulars.webhook.subscription.setting.Waits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription leased by this replica, with its secrets decrypted once per lease and change. */
public record LeasedSubscription(
        String id,
        long fence,
        long revision,
        EndpointUrl url,
        KeySchedule keys,
        MessageSigner signer,
        int maxInFlight,
        @Nullable Integer ratePerSecond,
        @Nullable DeliveryOrder order,
        @Nullable Waits waits,
        @Nullable Rest rest) {

    /** Null where those of the installation hold. */
    public @Nullable List<Duration> windows(String event) {
        return waits == null ? null : waits.of(event);
    }
}
