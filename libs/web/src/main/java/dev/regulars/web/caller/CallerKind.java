package dev.regulars.web.caller;

import java.util.Arrays;

/** What a caller showed at the gateway; on the wire, claim {@code caller} of the internal token. */
public enum CallerKind {
    USER("user"),
    KEY("key"),
    USER_KEY("userKey"),
    SYSTEM("system"),
    SSO("sso"),
    WIDGET("widget"),
    WEBHOOK("webhook"),
    SERVICE("service");

    private final String claim;

    CallerKind(String claim) {
        this.claim = claim;
    }

    public String claim() {
        return claim;
    }

    static CallerKind of(String claim) {
        return Arrays.stream(values())
                .filter(kind -> kind.claim.equals(claim))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No caller is a " + claim));
    }
}
