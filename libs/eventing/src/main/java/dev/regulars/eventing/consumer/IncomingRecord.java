package dev.regulars.eventing.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record on its way to its reactions: its key, its id, its type and its event are read once for all of them. */
final class IncomingRecord {

    private final ConsumerRecord<String, String> record;
    private final RecordKey key;
    private final @Nullable String id;
    private final @Nullable String type;
    private @Nullable ReceivedEvent<?> event;

    IncomingRecord(ConsumerRecord<String, String> record) {
        this.record = record;
        this.key = RecordKey.of(record);
        this.id = header("ce_id");
        this.type = header("ce_type");
    }

    ConsumerRecord<String, String> record() {
        return record;
    }

    RecordKey key() {
        return key;
    }

    @Nullable
    String id() {
        return id;
    }

    @Nullable
    String type() {
        return type;
    }

    @Nullable
    String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Whoever reads it first decodes it for the others. */
    synchronized ReceivedEvent<?> event(Supplier<ReceivedEvent<?>> decode) {
        if (event == null) {
            event = decode.get();
        }
        return event;
    }
}
