package dev.regulars.rewards.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.rewards.status.StatusCategory;
import dev.regulars.rewards.status.StatusView;
import dev.regulars.web.validation.DisplayText;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Parts of an order. */
public final class OrderParts {

    private OrderParts() {}

    /** A status as it was when the order got it. */
    public record OrderStatus(String id, String name, StatusCategory category, String color) {

        public static OrderStatus of(StatusView status) {
            return new OrderStatus(status._id(), status.name(), status.category(), status.color());
        }
    }

    /** Who changed an order, as kind and id. */
    public record OrderActor(String kind, String id) {}

    /** One step of an order through the statuses. */
    public record StatusChange(
            OrderStatus status, OrderActor actor, @Nullable String note, Instant at) {}

    /**
     * Coins that go back.
     *
     * @param posted whether the ledger has them
     */
    public record Refund(
            String id, long amount, @Nullable String reason, OrderActor actor, Instant at, boolean posted) {}

    /** What a buyer tells of themselves, where the product asks for it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BuyerInformation(
            @DisplayText @Size(max = 200) @Nullable String name,
            @DisplayText @Size(max = 50) @Nullable String phone,

            @Schema(description = "Where to send it") @DisplayText @Size(max = 1_000) @Nullable
            String address) {}
}
