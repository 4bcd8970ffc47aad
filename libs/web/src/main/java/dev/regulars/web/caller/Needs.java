package dev.regulars.web.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call an operation: anybody who fits one of the members. Every operation has this or {@link Public}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** People of at least this level, with a login token. */
    Level level() default Level.NOBODY;

    /** Community keys that hold this permission (contract §1.3). */
    String permission() default "";

    /** System keys, which hold no single permissions. */
    boolean systemKey() default false;

    /** Whoever answers for the installation, and nobody else: what others are does not count then. */
    boolean installationAdmin() default false;

    /** The suite's own services, on {@code /internal} paths. */
    boolean service() default false;
}
