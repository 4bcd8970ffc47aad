package dev.regulars.identity.directory.filter;

import dev.regulars.identity.directory.filter.field.Bounds;
import dev.regulars.identity.directory.filter.field.FilterField;

/** A field and which of its values match. */
record Condition(FilterField field, Bounds bounds) {}
