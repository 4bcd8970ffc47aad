package dev.regulars.web.operation;

import dev.regulars.web.refusal.Kind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A refusal that only the use case knows of, for the OpenAPI document. Those that follow from the signature, the body and
 * {@link dev.regulars.web.caller.Needs} are documented without it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Refuses.All.class)
public @interface Refuses {

    Kind kind();

    /** The reason, as a sentence without its full stop: {@code Another community has this uri}. */
    String when();

    /** Holds several. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        Refuses[] value();
    }
}
