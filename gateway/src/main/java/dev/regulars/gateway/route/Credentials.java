package dev.regulars.gateway.route;

/** Where an operation looks for its credential (contract §1.2, §2.2). */
public enum Credentials {
    /** {@code Authorization: Bearer}: a login token or a community key. */
    TOKEN,
    /** {@code x-api-key}. */
    KEY,
    /** Either; where both come, both must be good, and the token says who calls. */
    TOKEN_AND_KEY
}
