package dev.regulars.web.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that is no GET and yet takes no {@code Idempotency-Key}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IgnoresIdempotencyKey {

    /** Why: {@code It only reads}, {@code Each login is another session}. */
    String value();
}
