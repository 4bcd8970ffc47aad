package dev.regulars.identity.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.platform.secret.Secrets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a key (contract §3.8.6).
 *
 * @param key in clear in the answer that made it, masked ever after
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeyView(
        String _id,
        String name,
        String key,
        KeyKind kind,
        List<String> permissions,
        int expirePeriod,
        @Nullable Instant expireDate,
        @Nullable Instant lastUsedAt,
        Instant createdAt,
        Instant updatedAt) {

    static KeyView of(KeyDocument key, String shown) {
        return new KeyView(
                key.id,
                key.name,
                shown,
                key.kind,
                key.permissions,
                key.expirePeriod,
                key.expireDate,
                key.lastUsedAt,
                key.createdAt,
                key.updatedAt);
    }

    KeyView masked() {
        return new KeyView(
                _id,
                name,
                Secrets.masked(key),
                kind,
                permissions,
                expirePeriod,
                expireDate,
                lastUsedAt,
                createdAt,
                updatedAt);
    }

    @Override
    public String toString() {
        return "KeyView " + _id;
    }
}
