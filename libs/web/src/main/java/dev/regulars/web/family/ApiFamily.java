package dev.regulars.web.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one family of the public API says yes and no: contract §2.1, and the one table of §2.2. A cell that is not here reads as in
 * {@link Kind}. The first segment of the forwarded path names the family.
 */
public enum ApiFamily {
    INTEGRATION(Map.of()) {
        @Override
        Object success(int status, String message, @Nullable Object data) {
            return SuccessEnvelope.integration(message, data instanceof Nothing ? null : data);
        }

        @Override
        Object body(Refusal no) {
            return new IntegrationError("error", text(no));
        }
    },
    /** Incoming webhooks; they have keys of their own. */
    INCOMING(Map.of(Kind.KEY_REFUSED, "Invalid API key")) {
        @Override
        Object success(int status, String message, @Nullable Object data) {
            return INTEGRATION.success(status, message, data);
        }

        @Override
        Object body(Refusal no) {
            return new IntegrationError("error", text(no));
        }
    },
    APPLICATION(Map.of(
            Kind.UNREADABLE, "Bad Request",
            Kind.INVALID, "Bad Request",
            Kind.UNAUTHENTICATED, "Unauthorized",
            Kind.KEY_REFUSED, "Unauthorized",
            Kind.LOGIN_REFUSED, "Unauthorized",
            Kind.NOT_PERMITTED, "Unauthorized",
            Kind.CONFLICT, "Conflict")) {
        @Override
        Object success(int status, String message, @Nullable Object data) {
            return SuccessEnvelope.application(status, message, orNothing(data));
        }

        @Override
        Object body(Refusal no) {
            return new ApplicationError(
                    new ApplicationMeta("error", status(no.kind()), no.code(), no.faults()), text(no));
        }
    },
    /** As Application, but a missing permission is 403, and what is unavailable 502: store and appearance. */
    STORE(Map.of(
            Kind.UNREADABLE, "Bad Request",
            Kind.INVALID, "Bad Request",
            Kind.UNAUTHENTICATED, "Unauthorized",
            Kind.KEY_REFUSED, "Unauthorized",
            Kind.LOGIN_REFUSED, "Unauthorized",
            Kind.NOT_PERMITTED, "Forbidden",
            Kind.UNAVAILABLE, "Bad Gateway",
            Kind.CONFLICT, "Conflict")) {
        @Override
        int status(Kind kind) {
            return switch (kind) {
                case NOT_PERMITTED -> 403;
                case UNAVAILABLE -> 502;
                default -> super.status(kind);
            };
        }

        @Override
        Object success(int status, String message, @Nullable Object data) {
            return SuccessEnvelope.application(status, message, orNothing(data));
        }

        @Override
        Object body(Refusal no) {
            return new ApplicationError(
                    new ApplicationMeta("error", status(no.kind()), no.code(), no.faults()), text(no));
        }
    },
    SYSTEM(Map.of(Kind.KEY_REFUSED, "Invalid API key")) {
        @Override
        Object success(int status, String message, @Nullable Object data) {
            return SuccessEnvelope.system(message, orNothing(data));
        }

        @Override
        Object body(Refusal no) {
            return new SystemError(new SystemMeta(false, text(no), text(no), no.code()), null);
        }
    },
    WIDGET(Map.of(
            Kind.UNAUTHENTICATED, "Invalid access key",
            Kind.KEY_REFUSED, "Invalid access key",
            Kind.NOT_PERMITTED, "Forbidden")) {
        @Override
        int status(Kind kind) {
            return kind == Kind.NOT_PERMITTED ? 403 : super.status(kind);
        }

        @Override
        Object success(int status, String message, @Nullable Object data) {
            return new WidgetError(data, message);
        }

        @Override
        Object body(Refusal no) {
            return new WidgetError(null, text(no));
        }
    },
    /** Sign-in on a community's own host; operations answer whole bodies. */
    SECURE_AUTH(Map.of(
            Kind.UNAUTHENTICATED, "Invalid API key",
            Kind.KEY_REFUSED, "Invalid API key",
            Kind.NOT_PERMITTED, "Invalid API key")) {
        @Override
        Object success(int status, String message, @Nullable Object data) {
            return orNothing(data);
        }

        @Override
        Object body(Refusal no) {
            return new SecureAuthError(true, text(no));
        }
    },
    /** Operations answer whole bodies; only refusals have a common form. */
    ROCKETCHAT(Map.of()) {
        @Override
        int status(Kind kind) {
            return switch (kind) {
                case NOT_FOUND, FACTOR_MISSING, FACTOR_WRONG -> 400;
                default -> super.status(kind);
            };
        }

        @Override
        Object success(int status, String message, @Nullable Object data) {
            return orNothing(data);
        }

        @Override
        Object body(Refusal no) {
            return RocketChatError.of(no);
        }
    };

    @Schema(name = "IntegrationError")
    record IntegrationError(
            @Schema(description = "`error`") String status,

            @Schema(description = "What was refused, for people")
            String message) {}

    @Schema(name = "ApplicationError")
    record ApplicationError(
            @Schema(description = "How the call went") ApplicationMeta meta,

            @Schema(description = "The kind of error, for people")
            String message) {}

    @Schema(name = "ApplicationMeta")
    record ApplicationMeta(
            @Schema(description = "`error`") String status,
            @Schema(description = "The HTTP status") int statusCode,

            @Schema(description = "Error code, in snake case")
            String code,

            @Schema(description = "The fields to blame, if any") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Fault> errors) {}

    @Schema(name = "SystemError")
    record SystemError(
            @Schema(description = "How the call went") SystemMeta meta,
            @Schema(description = "Always null") @Nullable Object body) {}

    @Schema(name = "SystemMeta")
    record SystemMeta(
            @Schema(description = "Always false in an error")
            boolean success,

            @Schema(description = "What was refused, for people")
            String message,

            @Schema(description = "Repeats the message") String devMessage,

            @Schema(description = "Error code, in snake case")
            String code) {}

    @Schema(name = "WidgetError")
    record WidgetError(@Nullable Object data, String message) {}

    @Schema(name = "SecureAuthError")
    record SecureAuthError(
            @Schema(description = "Always true in an error") boolean error,

            @Schema(description = "What was refused, for people")
            String message) {}

    private static final Map<String, ApiFamily> BY_SEGMENT = Map.of(
            "incoming", INCOMING,
            "integration", INTEGRATION,
            "application", APPLICATION,
            "store", STORE,
            "system", SYSTEM,
            "widget", WIDGET,
            "secureAuth", SECURE_AUTH,
            "rocketchat", ROCKETCHAT);

    @SuppressWarnings("ImmutableEnumChecker") // Map.of
    private final Map<Kind, String> words;

    ApiFamily(Map<Kind, String> words) {
        this.words = words;
    }

    /** @param path as services see it, {@code /<family>/…}; anything else is answered as Integration */
    public static ApiFamily of(String path) {
        String[] segments = path.split("/", 3);
        return segments.length < 2 ? INTEGRATION : BY_SEGMENT.getOrDefault(segments[1], INTEGRATION);
    }

    int status(Kind kind) {
        return kind.status();
    }

    String text(Refusal no) {
        return words.getOrDefault(no.kind(), no.said());
    }

    abstract Object body(Refusal no);

    /** @param data what the operation answers: one thing, a list, a {@link dev.regulars.web.page.Page}, or nothing */
    abstract Object success(int status, String message, @Nullable Object data);

    private static Object orNothing(@Nullable Object data) {
        return data == null ? new Nothing() : data;
    }
}
