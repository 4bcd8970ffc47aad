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

/** A name to log in with: 1 to 64 letters, digits, dots, hyphens and underscores of any script, all of them visible. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Username.Rule.class)
public @interface Username {

    String message() default "must be 1 to 64 letters, digits, dots, hyphens and underscores";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself, in code: its pattern is one that only Java reads. */
    class Rule implements ConstraintValidator<Username, CharSequence> {

        private static final Pattern PATTERN = Pattern.compile(NameRules.USERNAME);

        @Override
        public boolean isValid(@Nullable CharSequence name, ConstraintValidatorContext context) {
            if (name == null) {
                return true;
            }
            if (NameRules.looksLikeId(name.toString())) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must not be digits only or 24 hex digits, which are ids")
                        .addConstraintViolation();
                return false;
            }
            return PATTERN.matcher(name).matches();
        }
    }
}
