package dev.regulars.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 24 hex digits (contract §2.4). */
@Pattern(regexp = "[0-9a-fA-F]{24}")
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ObjectId {

    String message() default "{dev.regulars.web.validation.ObjectId.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
