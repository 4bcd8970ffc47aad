package dev.regulars.messaging.stream;

/** Why a stream ends (contract §3.17); on server-sent events the last event names it. */
public enum CloseCode {
    DRAINING(1001, "draining"),
    FAULT(1011, "fault"),
    BAD_FRAME(4400, "bad frame"),
    UNAUTHENTICATED(4401, "credential missing, expired or revoked"),
    NOT_ALLOWED(4403, "channel not allowed"),
    TOO_SLOW(4408, "reader too slow"),
    TOO_MANY(4429, "too many");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
