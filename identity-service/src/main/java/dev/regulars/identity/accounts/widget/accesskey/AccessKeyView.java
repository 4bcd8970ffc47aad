package dev.regulars.identity.accounts.widget.accesskey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.value.Secret;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A widget access key. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(examples = """
        {"accessId": "66b1f20aa4d3e5f607182951", "name": "Shop",
         "accessKey": "c8c6********************************************************8ca2", "widgetIds": [],
         "origins": ["https://www.example.com"], "expireDate": "2036-01-31T00:00:00.000Z", "lastUsedAt": null,
         "createdAt": "2026-03-10T16:15:50.123Z"}""")
record AccessKeyView(
        @Schema(description = "Goes with the key wherever it is used")
        String accessId,

        String name,

        @Schema(description = "In clear only in the answer that creates it, else masked")
        Secret accessKey,

        @Schema(description = "Widgets that its tokens are for; none: all that are used with access keys")
        List<String> widgetIds,

        @Schema(description = "Those of its widgets' sites that its tokens can be used on; none: all of them")
        List<String> origins,

        @Schema(description = "null when it never expires") @Nullable
        Instant expireDate,

        @Schema(description = "null until it is used") @Nullable
        Instant lastUsedAt,

        Instant createdAt) {

    /** Masked. */
    static AccessKeyView of(AccessKeyDocument key) {
        return of(key, key.masked);
    }

    static AccessKeyView of(AccessKeyDocument key, String shown) {
        return new AccessKeyView(
                key.id,
                key.name,
                new Secret(shown),
                key.widgetIds,
                key.origins,
                key.expireDate,
                key.lastUsedAt,
                key.createdAt);
    }
}
