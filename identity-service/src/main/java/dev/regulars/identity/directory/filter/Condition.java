package dev.regulars.identity.directory.filter;

/** A field and which of its values match. */
record Condition(FilterField field, Bounds bounds) {}
