package dev.regulars.local;

import java.time.Instant;

/** One message as one recipient got it. */
public record Mail(String to, String subject, String text, Instant at) {}
