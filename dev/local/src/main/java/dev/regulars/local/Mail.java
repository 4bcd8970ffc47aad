package dev.regulars.local;

import java.time.Instant;

/**
 * One mail to one recipient.
 *
 * @param html empty where it has no such part
 */
public record Mail(String to, String subject, String text, String html, Instant at) {}
