package dev.regulars.web.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refusal as it goes over the wire, for whoever writes it: a JAX-RS mapper in services, a bare response in the gateway.
 *
 * @param body to be written as JSON
 */
public record ErrorResponse(int status, String contentType, Map<String, String> headers, Object body) {

    /** The refusal's code, for programs. */
    public static final String CODE_HEADER = "X-Error-Code";

    private static final int UNAUTHORIZED = 401;
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** RFC 9457, for callers who ask for it in {@code Accept}; {@code type} is the refusal's code. */
    @Schema(name = "Problem")
    record Problem(
            @Schema(description = "Error code, in snake case")
            String type,

            @Schema(description = "The kind of error, for people")
            String title,

            @Schema(description = "The HTTP status") int status,

            @Schema(description = "What was refused, for people")
            String detail,

            @Schema(description = "The fields to blame, if any") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Fault> errors) {}

    /** @param accept what the caller wants to read; only {@code application/problem+json} makes a difference */
    public static ErrorResponse to(Refusal no, ApiFamily family, String accept) {
        int status = family.status(no.kind());
        Map<String, String> headers = new LinkedHashMap<>(no.headers());
        headers.put(CODE_HEADER, no.code());
        if (status == UNAUTHORIZED) {
            headers.putIfAbsent("WWW-Authenticate", challenge(no.kind()));
        }
        if (no.kind().passes()) {
            headers.putIfAbsent("Retry-After", RETRY_AFTER_SECONDS);
        }
        if (accept.contains(PROBLEM)) {
            var problem = new Problem(no.code(), no.kind().text(), status, no.said(), no.faults());
            return new ErrorResponse(status, PROBLEM, headers, problem);
        }
        return new ErrorResponse(status, JSON, headers, family.body(no));
    }

    /** RFC 6750; a wrong password or code has no error name there. */
    private static String challenge(Kind kind) {
        return switch (kind) {
            case UNAUTHENTICATED, KEY_REFUSED -> "Bearer error=\"invalid_token\"";
            case NOT_PERMITTED -> "Bearer error=\"insufficient_scope\"";
            default -> "Bearer";
        };
    }
}
