package dev.regulars.webhook.incoming.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of calls (contract 4.3). Whatever else partners send along is passed over. */
final class Bodies {

    record MessageBody(
            @Nullable String message,
            @Nullable String channelId,
            @Nullable String sender) {}

    record FieldsBody(
            @Nullable String email,
            @JsonProperty("user_id") @Nullable String userId,
            @Nullable Map<String, Object> fields) {}

    record CurrencyBody(
            @Nullable String email,
            @JsonProperty("user_id") @Nullable String userId,
            @Nullable CurrencyOperation operation,
            @Nullable Long amount) {}

    enum CurrencyOperation implements WireName {
        ADD,
        SUBTRACT,
        OVERWRITE;

        @Override
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Bodies() {}
}
