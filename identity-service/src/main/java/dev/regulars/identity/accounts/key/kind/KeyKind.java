package dev.regulars.identity.accounts.key.kind;

/** Which part of the API a key of a community opens (contract §3.8.6); the constants are the names on the wire. */
public enum KeyKind {
    integration,
    /** Header {@code x-api-key} of the System API. */
    system,
    /** Header {@code apiKey} of Secure Auth. */
    sso
}
