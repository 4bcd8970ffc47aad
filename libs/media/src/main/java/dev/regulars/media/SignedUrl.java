package dev.regulars.media;

import java.time.Instant;

/** An address that shows a restricted image until a time. */
public record SignedUrl(String url, Instant expiresAt) {}
