package dev.regulars.rewards.order.history;

import dev.regulars.rewards.order.OrderDocument;
import dev.regulars.rewards.status.StatusView;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another status for an order (contract §3.5.1). */
@Schema(examples = """
        {"transactionId": "ORD20260310ffc6a1b2c3d4", "statusId": "66b1f401a4d3e5f607182960"}""")
record StatusUpdate(
        @NotBlank @Pattern(regexp = ORDER, message = NO_ORDER)
        String transactionId,

        @Schema(description = "`_id` of a redemption status") @NotBlank @ObjectId
        String statusId) {

    static final String ORDER = "ORD[0-9]{8}[0-9a-fA-F]{4,24}";
    static final String NO_ORDER = "must be an order id such as ORD20260102ffc6";

    /** The same for one order that the path names. */
    @Schema(name = "OrderChange", examples = """
            {"statusId": "66b1f401a4d3e5f607182960", "note": "Sent by post"}""")
    record OrderChange(
            @Schema(description = "`_id` of a redemption status") @NotBlank @ObjectId
            String statusId,

            @Schema(description = "Kept in the history") @DisplayText @Size(max = 1_000) @Nullable
            String note) {}

    /** The status of an order after a change. */
    @Schema(name = "UpdatedStatus", examples = """
            {"transactionId": "ORD20260310ffc6a1b2c3d4", "statusId": "66b1f401a4d3e5f607182960",
             "status": {"_id": "66b1f401a4d3e5f607182960", "name": "Pending", "category": "incomplete", "color": "#3EA1FD"}}""")
    record UpdatedStatus(String transactionId, String statusId, StatusView status) {

        static UpdatedStatus of(OrderDocument order) {
            var now = order.status;
            return new UpdatedStatus(
                    order.transactionId, now.id(), new StatusView(now.id(), now.name(), now.category(), now.color()));
        }
    }
}
