package dev.regulars.web.refusal;

/** Why something is refused: the rows of contract §2.2, each with the status and words that most families use. */
public enum Kind {
    UNREADABLE(400, "body_unreadable", "Invalid request body"),
    INVALID(400, "field_invalid", "Bad Request"),
    /** A login token is missing, invalid or expired. */
    UNAUTHENTICATED(401, "credential_invalid", "Invalid token"),
    /** A key is missing, invalid or expired. */
    KEY_REFUSED(401, "credential_invalid", "Invalid token"),
    LOGIN_REFUSED(401, "login_refused", "Invalid email or password"),
    /** The password is right; a mailed code has to come with it. */
    FACTOR_MISSING(401, "second_factor_required", "Second factor required"),
    FACTOR_WRONG(401, "second_factor_invalid", "Second factor invalid"),
    NOT_PERMITTED(401, "permission_missing", "Insufficient permission"),
    NOT_FOUND(404, "record_not_found", "Record Not Found"),
    NO_ROUTE(404, "route_not_found", "Not Found"),
    NO_METHOD(405, "method_not_allowed", "Method Not Allowed"),
    /** Not a request as HTTP knows it. */
    MALFORMED(400, "request_malformed", "Bad Request"),
    TIMEOUT(408, "request_timeout", "Request Timeout"),
    TARGET_TOO_LONG(414, "target_too_long", "URI Too Long"),
    HEADER_TOO_LARGE(431, "header_too_large", "Request Header Fields Too Large"),
    CONFLICT(409, "conflict", "Conflict"),
    /** The thing is no longer what {@code If-Match} names. */
    PRECONDITION_FAILED(412, "precondition_failed", "Precondition Failed"),
    TOO_LARGE(413, "too_large", "body exceeds the limit"),
    UNSUPPORTED_MEDIA(415, "media_type_unsupported", "Unsupported Media Type"),
    MISUSED_KEY(422, "idempotency_key_reused", "Idempotency-Key used with another body"),
    TOO_MANY(429, "rate_limited", "Too Many Requests"),
    BROKEN(500, "server_error", "Server Error"),
    UNAVAILABLE(503, "unavailable", "Service Unavailable");

    private final int status;
    private final String code;
    private final String text;

    Kind(int status, String code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    /** HTTP status in every family that has no other. */
    public int status() {
        return status;
    }

    /** For programs, where the refusal itself has no code of its own. */
    public String code() {
        return code;
    }

    /** What callers read where the refusal itself says nothing more exact. */
    public String text() {
        return text;
    }

    /** Worth another try, a little later, with the same request. */
    public boolean passes() {
        return this == TOO_MANY || this == UNAVAILABLE;
    }
}
