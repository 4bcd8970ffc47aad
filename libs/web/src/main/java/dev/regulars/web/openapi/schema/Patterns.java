package dev.regulars.web.openapi.schema;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Patterns that mean the same in every dialect of regular expressions: readers of the document have their own. */
public final class Patterns {

    public static final String NOT_BLANK = "\\S";

    /** Unicode classes, look-around, possessive quantifiers, atomic and inline-flag groups. */
    private static final Pattern JAVA_ONLY = Pattern.compile("\\\\[pPQEAZzGhRX]|\\(\\?(?!:)|[*+?}]\\+|&&");

    private Patterns() {}

    public static Schema portable(Schema schema) {
        return schema.getPattern() == null ? schema : schema.pattern(portable(schema.getPattern()));
    }

    /** A constraint is about the whole text, a schema's pattern about any part of it. */
    public static String portable(String pattern) {
        if (JAVA_ONLY.matcher(pattern).find()) {
            throw new IllegalStateException(
                    "Not every tool can read the pattern " + pattern + ": check it by a ConstraintValidator instead");
        }
        return pattern.equals(NOT_BLANK) || pattern.startsWith("^") ? pattern : "^(?:" + pattern + ")$";
    }
}
