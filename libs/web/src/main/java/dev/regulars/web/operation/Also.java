package dev.regulars.web.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Another success of an operation, beside the one that its return type and {@link Says} tell of. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Also.All.class)
public @interface Also {

    int status();

    /** The message in the family's envelope. */
    String says();

    /** What the envelope holds then; the example of that record is shown. */
    Class<?> as();

    /** Holds several. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        Also[] value();
    }
}
