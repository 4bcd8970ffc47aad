package dev.regulars.web.openapi;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Patterns that mean the same in every dialect of regular expressions: readers of the document have their own. */
final class Patterns {

    static final String NOT_BLANK = "\\S";

    /** Unicode classes, look-around, possessive quantifiers, atomic and inline-flag groups. */
    private static final Pattern JAVA_ONLY = Pattern.compile("\\\\[pPQEAZzGhRX]|\\(\\?(?!:)|[*+?}]\\+|&&");

    private Patterns() {}

    /** A constraint is about the whole text, a schema's pattern about any part of it. */
    static Schema portable(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern == null || pattern.equals(NOT_BLANK)) {
            return schema;
        }
        if (JAVA_ONLY.matcher(pattern).find()) {
            throw new IllegalStateException(
                    "Not every tool can read the pattern " + pattern + ": check it by a ConstraintValidator instead");
        }
        return pattern.startsWith("^") ? schema : schema.pattern("^(?:" + pattern + ")$");
    }
}
