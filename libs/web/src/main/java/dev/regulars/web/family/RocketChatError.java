package dev.regulars.web.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.refusal.Refusal;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the words of Rocket.Chat (contract §3.15).
 *
 * @param errorType only where Rocket.Chat names one
 * @param details of a second factor that is missing or wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RocketChatError")
public record RocketChatError(
        @Schema(description = "`false`") @Nullable Boolean success,

        @Schema(description = "What was refused, for people") @Nullable
        String error,

        @Schema(description = "For programs, where Rocket.Chat names one") @Nullable
        String errorType,

        @Schema(description = "`error`, where nobody is logged in") @Nullable
        String status,

        @Schema(description = "The same as `error`, where nobody is logged in") @Nullable
        String message,

        @Schema(description = "Of a second factor that is missing or wrong") @Nullable
        Details details) {

    /** Where the code comes from, and the name that the login was tried with. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RocketChatErrorDetails")
    public record Details(
            @Schema(description = "`email`: the code is mailed")
            String method,

            @Schema(description = "The name that the login was tried with, as it was sent") @Nullable
            String emailOrUsername) {}

    /** Newer versions of Rocket.Chat say more to strangers; the documented form is the shorter one. */
    private static final String LONG_FORM = "regulars.rocket-chat.long-unauthorized";

    private static final String INVALID = "invalid-params";
    private static final String STRANGER = "You must be logged in to do this.";
    private static final String REFUSED = "Unauthorized";

    static RocketChatError of(Refusal no) {
        return switch (no.kind()) {
            case UNAUTHENTICATED, KEY_REFUSED, NOT_PERMITTED -> stranger();
            case LOGIN_REFUSED -> new RocketChatError(false, REFUSED, null, "error", REFUSED, null);
            case FACTOR_MISSING, FACTOR_WRONG -> secondFactor(no, null);
            case UNREADABLE -> invalid(no.said());
            case INVALID -> no.faults().isEmpty() ? failed(no.said()) : invalid(no.said());
            case NOT_FOUND -> failed("User not found.");
            case TOO_MANY -> failed(pause(no.headers().getOrDefault("Retry-After", "2")));
            case BROKEN -> failed("Internal server error");
            default -> failed(no.said());
        };
    }

    /** @param name that the login was tried with, as it was sent */
    public static RocketChatError secondFactor(Refusal no, @Nullable String name) {
        String type =
                switch (no.kind()) {
                    case FACTOR_MISSING -> "totp-required";
                    case FACTOR_WRONG -> "totp-invalid";
                    default -> throw no;
                };
        return new RocketChatError(false, type, type, null, null, new Details("email", name));
    }

    private static String pause(String seconds) {
        return "Error, too many requests. Please slow down. You must wait " + seconds
                + " seconds before trying this endpoint again. [error-too-many-requests]";
    }

    private static RocketChatError stranger() {
        boolean isLong = ConfigProvider.getConfig()
                .getOptionalValue(LONG_FORM, Boolean.class)
                .orElse(false);
        return new RocketChatError(isLong ? false : null, isLong ? STRANGER : null, null, "error", STRANGER, null);
    }

    private static RocketChatError invalid(String text) {
        return new RocketChatError(false, text + " [" + INVALID + "]", INVALID, null, null, null);
    }

    private static RocketChatError failed(String text) {
        return new RocketChatError(false, text, null, null, null, null);
    }
}
