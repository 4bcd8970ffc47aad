package dev.regulars.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.MongoClientSettings;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.PojoCodecProvider;
import org.junit.jupiter.api.Test;

class NewDeliveryWritesTest {

    private static final CodecRegistry DRIVER = fromRegistries(
            MongoClientSettings.getDefaultCodecRegistry(),
            fromProviders(PojoCodecProvider.builder().automatic(true).build()));

    @Test
    void everyMemberIsWrittenAsTheDriverWritesIt() {
        DeliveryDocument delivery = whole();
        assertThat(written(delivery)).isEqualTo(byTheDriver(delivery));
    }

    /** A new member is set here and written, or it is one of those. */
    @Test
    void onlyWhatAttemptsAndReplaysAddIsNotWritten() throws IllegalAccessException {
        DeliveryDocument delivery = whole();
        List<String> empty = new ArrayList<>();
        for (Field member : DeliveryDocument.class.getFields()) {
            if (!Modifier.isStatic(member.getModifiers()) && member.get(delivery) == null) {
                empty.add(member.getName());
            }
        }
        assertThat(empty).containsExactlyInAnyOrder("lastStatus", "closedAt", "bodyExpiresAt", "log", "replayId");
    }

    @Test
    void nothingIsWrittenForWhatADeliveryDoesNotHave() {
        DeliveryDocument delivery = delivery();
        delivery.openedAt = null;
        delivery.event = null;
        delivery.reason = null;
        assertThat(written(delivery)).isEqualTo(byTheDriver(delivery));
    }

    private static BsonDocument written(DeliveryDocument delivery) {
        return NewDeliveryWrites.encoded(delivery).decode(DRIVER.get(BsonDocument.class));
    }

    private static BsonDocument byTheDriver(DeliveryDocument delivery) {
        return BsonDocumentWrapper.asBsonDocument(delivery, DRIVER);
    }

    private static DeliveryDocument whole() {
        DeliveryDocument delivery = delivery();
        delivery.orderKey = "webhook";
        delivery.trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        return delivery;
    }

    private static DeliveryDocument delivery() {
        var delivery = new DeliveryDocument();
        delivery.id = "8f14e45f-ceea-467f-a9d6-0c1a2b3c4d5e:66b1f0e9a4d3e5f60718293b";
        delivery.communityId = "66b1f0e9a4d3e5f60718293c";
        delivery.subscriptionId = "66b1f0e9a4d3e5f60718293b";
        delivery.event = "user_join_server";
        delivery.body = new byte[] {'{', '"', (byte) 0xC3, (byte) 0xA9, 0, '"', '}'};
        delivery.state = DeliveryState.OPEN;
        delivery.reason = "Waiting for the first attempt – é 😀";
        delivery.seq = 1_772_000_000_000_001L;
        delivery.createdAt = Instant.parse("2026-03-10T16:15:50.123Z");
        delivery.openedAt = delivery.createdAt.plusMillis(1);
        delivery.nextAttemptAt = delivery.createdAt.plusMillis(2);
        return delivery;
    }
}
