package dev.regulars.eventing.outbox;

import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.note.NoteDocument;
import dev.regulars.testkit.KafkaRecords;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a reader of the topic learns of one note, repeats left out. */
public final class FirstSights {

    private static final String TOPIC = "messaging.events";

    private FirstSights() {}

    /** Versions in the order of their first sight, once there are at least {@code count}. */
    public static List<Long> of(KafkaRecords records, String note, int count) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(25))
                .until(() -> versions(records, note), versions -> versions.size() >= count);
    }

    public static List<Long> upTo(int n) {
        return LongStream.rangeClosed(1, n).boxed().toList();
    }

    public static List<ConsumerRecord<String, String>> all(KafkaRecords records, String note) {
        return records.about(TOPIC, NoteDocument.key(note));
    }

    private static List<Long> versions(KafkaRecords records, String note) {
        return all(records, note).stream()
                .map(event -> Long.valueOf(KafkaRecords.header(event, "ce_n")))
                .distinct()
                .toList();
    }
}
