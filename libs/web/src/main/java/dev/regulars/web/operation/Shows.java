package dev.regulars.web.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Members of the documented example that differ from the example of the answer's record: a key, say, that is in clear only
 * when it is created.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {

    /** A JSON object. */
    String value();
}
