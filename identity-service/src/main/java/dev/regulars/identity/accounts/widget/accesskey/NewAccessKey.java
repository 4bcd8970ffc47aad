package dev.regulars.identity.accounts.widget.accesskey;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A widget access key to create. */
@Schema(examples = """
        {"name": "Shop", "origins": ["https://www.example.com"], "expireDate": "2036-01-31T00:00:00.000Z"}""")
record NewAccessKey(
        @NotBlank @Size(max = 100) @DisplayName @Schema(description = "For people; it need not be unique")
        String name,

        @Size(max = 100)
        @Nullable
        @Schema(description = "Widgets that its tokens are for; none: all that are used with access keys")
        List<@NotNull @ObjectId String> widgetIds,

        @Size(max = 50)
        @Nullable
        @Schema(description = "Those of its widgets' sites that its tokens can be used on; none: all of them")
        List<@NotNull @Size(max = 300) String> origins,

        @Size(max = 50) @Nullable @Schema(description = "An ISO-8601 time in UTC; absent or empty for never")
        String expireDate) {}
