package dev.regulars.gamification.leaderboard.settings;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.HostName;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Parts of a board, the same in requests, answers and documents. */
public final class BoardParts {

    private BoardParts() {}

    /** A column that pages show. */
    public record Column(
            @NotBlank
            @DisplayName
            @Size(max = 100)
            @Schema(description = "What it shows, such as rank, username, score or a custom field")
            String column,

            @NotNull Boolean visible,

            @NotNull @Min(0) @Max(1_000) @Schema(description = "Columns with lower numbers come first")
            Integer order) {}

    /** The older form of start and end. */
    public record Duration(
            @Size(max = 40) @Nullable String start,
            @Size(max = 40) @Nullable String end) {}

    /** A time of day on a clock with twelve hours. */
    public record TimeOfDay(
            @NotNull @Min(0) @Max(12) Integer hours,
            @NotNull @Min(0) @Max(59) Integer minutes,

            @NotNull @Pattern(regexp = "[AaPp][Mm]", message = "must be AM or PM")
            String ampm) {

        LocalTime time() {
            boolean afternoon = ampm.toUpperCase(Locale.ROOT).equals("PM");
            return LocalTime.of(hours % 12 + (afternoon ? 12 : 0), minutes);
        }
    }

    /** How the board is embedded in pages of others. */
    public record BoardWidget(
            @Nullable Boolean enabled,

            @Size(max = 50) @Nullable @Schema(description = "Hosts that may embed it; absent: any")
            List<@HostName String> whitelistedDomains,

            @Valid @Nullable WidgetSize size,
            @Valid @Nullable WidgetButton button) {}

    /** A fixed size. */
    public record WidgetSize(
            @NotNull
            @Pattern(regexp = "[a-z-]{1,20}", message = "must be a word such as custom")
            @Schema(description = "custom, or the name of a size that pages know")
            String type,

            @Valid @Nullable WidgetDimensions value) {}

    /** In pixels. */
    public record WidgetDimensions(
            @NotNull @Min(1) @Max(10_000) Integer width,
            @NotNull @Min(1) @Max(10_000) Integer height) {}

    /** A button below the board. */
    public record WidgetButton(
            @Nullable Boolean enabled,
            @DisplayName @Size(max = 50) @Nullable String text,
            @WebUrl @Size(max = 2_000) @Nullable String link) {}

    /** Who is meant: everybody where no list names anybody, else whoever is in one of them. */
    public record Audience(List<String> users, List<String> roles, List<String> tags) {

        public Audience {
            users = requireNonNullElse(users, List.of());
            roles = requireNonNullElse(roles, List.of());
            tags = requireNonNullElse(tags, List.of());
        }

        public boolean isEverybody() {
            return users.isEmpty() && roles.isEmpty() && tags.isEmpty();
        }
    }
}
