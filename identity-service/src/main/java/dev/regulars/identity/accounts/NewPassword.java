package dev.regulars.identity.accounts;

import dev.regulars.identity.accounts.password.CommonPasswords;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.web.value.Secret;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A password that can be set: 8 to 128 code points in NFC, and not one of the most common passwords. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NewPassword.Rule.class)
public @interface NewPassword {

    String message() default "must be 8 to 128 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself; a missing password is left to @NotNull. */
    class Rule implements ConstraintValidator<NewPassword, Secret> {

        private static final int SHORTEST = 8;
        private static final int LONGEST = 128;

        @Override
        public boolean isValid(@Nullable Secret secret, ConstraintValidatorContext context) {
            if (secret == null) {
                return true;
            }
            String password = secret.value();
            if (password.length() > Passwords.LONGEST_TEXT) {
                return false;
            }
            String text = Normalizer.normalize(password, Normalizer.Form.NFC);
            int length = text.codePointCount(0, text.length());
            if (CommonPasswords.contain(text)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("must not be one of the most common passwords")
                        .addConstraintViolation();
                return false;
            }
            return length >= SHORTEST && length <= LONGEST;
        }
    }
}
