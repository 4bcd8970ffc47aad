package dev.regulars.platform.problem;

/** One field that is wrong, and how: {@code message} is a whole sentence that names the field. */
public record Fault(String field, String message) {}
