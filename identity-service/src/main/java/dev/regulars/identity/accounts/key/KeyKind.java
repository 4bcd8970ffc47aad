package dev.regulars.identity.accounts.key;

/** Which part of the API a key opens (contract §3.8.6); the constants are the names on the wire. */
public enum KeyKind {
    integration,
    system
}
