package dev.regulars.analysis.drawing;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name that a client gives to an object of an analysis, so that texts can link to it; unique in the analysis. */
@Constraint(validatedBy = {})
@Pattern(regexp = "[A-Za-z0-9._-]{1,100}")
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface ClientObjectId {

    String message() default "must be 1 to 100 letters, digits, dots, underscores and hyphens";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
