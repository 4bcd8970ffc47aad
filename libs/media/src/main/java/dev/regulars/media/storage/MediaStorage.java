package dev.regulars.media.storage;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Where the bytes are; what they are and whose is in the database. */
public interface MediaStorage {

    /** @param key that was never used before */
    Uni<Void> put(String key, Buffer content);

    Uni<@Nullable Buffer> get(String key);

    /** Succeeds where there is nothing. */
    Uni<Void> delete(String key);
}
