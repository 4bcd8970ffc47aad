package dev.regulars.eventing.consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a record must stay in order with.
 *
 * @param tenant the community that the key begins with; the key itself where it names none
 */
public record RecordKey(String key, String tenant) {

    public static RecordKey of(ConsumerRecord<String, String> record) {
        @Nullable String key = record.key();
        return key == null ? of(record.topic() + "-" + record.partition()) : of(key);
    }

    private static RecordKey of(String key) {
        int end = key.indexOf(':');
        return new RecordKey(key, end < 0 ? key : key.substring(0, end));
    }
}
