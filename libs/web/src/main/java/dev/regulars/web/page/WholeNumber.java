package dev.regulars.web.page;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A number in a query, kept as text until it is checked: the framework answers 404 to one that it cannot read. */
@Constraint(validatedBy = WholeNumber.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeNumber {

    String message() default "{dev.regulars.web.page.WholeNumber.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    int min();

    int max();

    /** Reads what the annotation says. */
    final class Check implements ConstraintValidator<WholeNumber, String> {

        private static final int LONGEST = 10;

        private long min;
        private long max;

        @Override
        public void initialize(WholeNumber bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(one -> one >= '0' && one <= '9')) {
                return false;
            }
            long number = Long.parseLong(text);
            return number >= min && number <= max;
        }
    }
}
