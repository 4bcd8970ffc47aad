package dev.regulars.gateway.route;

/** Where the operations of a route take their credential from (contract §1.2, §2.2). */
public enum AuthScheme {
    /** {@code Authorization: Bearer}: a login token or a community key. */
    BEARER,
    /** The same, or a community key as the whole {@code Authorization} (contract §3.6.1). */
    BEARER_OR_BARE_KEY,
    /** {@code x-api-key}. */
    API_KEY,
    /** Either, but not both. */
    BEARER_OR_API_KEY,
    /** Either. If a request has both, both must be valid, and the bearer token identifies the caller. */
    BEARER_AND_API_KEY,
    /** {@code X-Auth-Token} with {@code X-User-Id}, as Rocket.Chat's clients send them. */
    TOKEN_AND_USER,
    /** The service checks what it was sent itself: nothing is exchanged. */
    OWN
}
