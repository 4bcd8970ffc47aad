package dev.regulars.web.refusal;

/** Why something is refused: the rows of contract §2.2, each with the status and words that most families use. */
public enum Kind {
    UNREADABLE(400, "Invalid request body"),
    INVALID(400, "Bad Request"),
    /** A login token is missing, wrong or over. */
    UNAUTHENTICATED(401, "Invalid token"),
    /** A key is missing, wrong or over. */
    KEY_REFUSED(401, "Invalid token"),
    LOGIN_REFUSED(401, "Invalid email or password"),
    /** The password is right; a mailed code has to come with it. */
    FACTOR_MISSING(401, "Second factor required"),
    FACTOR_WRONG(401, "Second factor invalid"),
    NOT_PERMITTED(401, "Insufficient permission"),
    NOT_FOUND(404, "Record Not Found"),
    NO_ROUTE(404, "Not Found"),
    NO_METHOD(405, "Method Not Allowed"),
    /** Not a request as HTTP knows it. */
    MALFORMED(400, "Bad Request"),
    TIMEOUT(408, "Request Timeout"),
    TARGET_TOO_LONG(414, "URI Too Long"),
    HEADER_TOO_LARGE(431, "Request Header Fields Too Large"),
    CONFLICT(409, "Conflict"),
    TOO_LARGE(413, "body exceeds the limit"),
    UNSUPPORTED_MEDIA(415, "Unsupported Media Type"),
    MISUSED_KEY(422, "Idempotency-Key used with another body"),
    TOO_MANY(429, "Too Many Requests"),
    BROKEN(500, "Server Error"),
    UNAVAILABLE(503, "Service Unavailable");

    private final int status;
    private final String text;

    Kind(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** HTTP status in every family that has no other. */
    public int status() {
        return status;
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
