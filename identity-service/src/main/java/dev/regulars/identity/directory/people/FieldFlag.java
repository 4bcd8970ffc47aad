package dev.regulars.identity.directory.people;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A query key that switches a field on, mostly without a value (contract §3.8.1). */
@Pattern(regexp = "|true|1|false|0")
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface FieldFlag {

    String message() default "must be empty, true, 1, false or 0";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
