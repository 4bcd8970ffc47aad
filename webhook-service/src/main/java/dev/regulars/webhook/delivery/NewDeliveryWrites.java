package dev.regulars.webhook.delivery;

import dev.regulars.eventing.EncodedBson;
import org.bson.BsonBinary;
import org.bson.BsonWriter;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** How a delivery is written before its first attempt: by hand, since the driver finds the members of each one by reflection. */
final class NewDeliveryWrites {

    private NewDeliveryWrites() {}

    /** As the driver would write it. */
    static RawBsonDocument encoded(DeliveryDocument delivery) {
        return EncodedBson.of(to -> write(to, delivery));
    }

    private static void write(BsonWriter to, DeliveryDocument delivery) {
        to.writeString("_id", delivery.id);
        to.writeString("communityId", delivery.communityId);
        to.writeString("subscriptionId", delivery.subscriptionId);
        writeText(to, "event", delivery.event);
        to.writeBinaryData("body", new BsonBinary(delivery.body));
        to.writeString(DeliveryDocument.STATE, delivery.state.name());
        writeText(to, "reason", delivery.reason);
        to.writeInt32("attempts", delivery.attempts);
        to.writeInt64("seq", delivery.seq);
        writeText(to, "orderKey", delivery.orderKey);
        to.writeDateTime("createdAt", delivery.createdAt.toEpochMilli());
        if (delivery.openedAt != null) {
            to.writeDateTime("openedAt", delivery.openedAt.toEpochMilli());
        }
        to.writeDateTime("nextAttemptAt", delivery.nextAttemptAt.toEpochMilli());
        writeText(to, "trace", delivery.trace);
        to.writeInt64("fence", delivery.fence);
        to.writeBoolean("deleted", delivery.deleted);
    }

    /** Nothing where there is none. */
    private static void writeText(BsonWriter to, String name, @Nullable String value) {
        if (value != null) {
            to.writeString(name, value);
        }
    }
}
