package dev.regulars.identity.accounts.mail;

import java.time.Instant;

/** A mailed code or token as it is stored. */
public record MailedCode(String hash, Instant expiresAt) {}
