package dev.regulars.identity.directory.bulk.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.identity.directory.bulk.row.BulkRow;
import dev.regulars.media.storage.MediaStorage;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of parts in the storage of media, until they expire. */
@Singleton
@Startup
public class PartFiles {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final MediaStorage storage;
    private final ObjectMapper json;
    private final Outbox outbox;

    PartFiles(MediaStorage storage, ObjectMapper json, Outbox outbox, Worklists worklists) {
        this.storage = storage;
        this.json = json;
        this.outbox = outbox;
        var unused = worklists.every(
                INTERVAL,
                "Removing old bulk files",
                now -> BulkPartDocument.expired(outbox.alone(), now),
                part -> part.id,
                (part, now) -> remove(part),
                (part, until) -> part.expireLater(outbox.alone(), until));
    }

    /** The document first, so that the clean-up knows of what a crash leaves behind. */
    public Uni<Void> store(BulkPartDocument part, List<BulkRow> rows) {
        return part.insert(outbox.alone()).chain(() -> storage.put(part.id, write(rows)));
    }

    /** Empty where they are gone. */
    public Uni<@Nullable List<BulkRow>> read(BulkPartDocument part) {
        return storage.get(part.id).map(content -> content == null ? null : read(content));
    }

    /** The parts of a job that was not made after all. */
    public Uni<Void> removeAll(List<BulkPartDocument> parts) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(this::remove)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> remove(BulkPartDocument part) {
        return storage.delete(part.id).chain(() -> part.remove(outbox.alone()));
    }

    private Buffer write(List<BulkRow> rows) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(new PartContent(rows)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<BulkRow> read(Buffer content) {
        try {
            return json.readValue(content.getBytes(), PartContent.class).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
