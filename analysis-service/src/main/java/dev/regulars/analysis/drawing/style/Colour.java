package dev.regulars.analysis.drawing.style;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A CSS colour without functions but {@code rgb} and {@code rgba}: it ends in pages, so nothing else may stand in it. */
@Constraint(validatedBy = Colour.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface Colour {

    String message() default "must be a colour such as #1E88E5 or rgba(30, 136, 229, 0.5)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    final class Check implements ConstraintValidator<Colour, String> {

        private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"
                + "|[a-zA-Z]{3,20}"
                + "|rgba?\\( ?[0-9]{1,3} ?, ?[0-9]{1,3} ?, ?[0-9]{1,3} ?(?:, ?[0-9.]{1,6} ?)?\\)");

        @Override
        public boolean isValid(@Nullable String colour, ConstraintValidatorContext context) {
            return colour == null || COLOUR.matcher(colour).matches();
        }
    }
}
