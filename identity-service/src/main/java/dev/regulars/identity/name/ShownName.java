package dev.regulars.identity.name;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name that is shown, and need not be unique: 1 to 100 characters that can be seen. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ShownName.Rule.class)
public @interface ShownName {

    String message() default "must be 1 to 100 characters that can be seen";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself, in code: its pattern is one that only Java reads. */
    class Rule implements ConstraintValidator<ShownName, CharSequence> {

        private static final Pattern PATTERN = Pattern.compile(NameRules.SHOWN);

        @Override
        public boolean isValid(@Nullable CharSequence name, ConstraintValidatorContext context) {
            return name == null || PATTERN.matcher(name).matches();
        }
    }
}
