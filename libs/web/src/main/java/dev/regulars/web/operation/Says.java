package dev.regulars.web.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The message of an operation's success: it stands in the family's envelope (contract §2.1) and in the OpenAPI document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {

    /** Empty where the contract has none. */
    String value();
}
