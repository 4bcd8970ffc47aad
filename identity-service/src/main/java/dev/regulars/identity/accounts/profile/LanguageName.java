package dev.regulars.identity.accounts.profile;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The English name of a language, as {@code users/info} shows it. */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LanguageName.Rule.class)
@interface LanguageName {

    String message() default "must be the English name of a language";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule itself: the languages of ISO 639. */
    class Rule implements ConstraintValidator<LanguageName, String> {

        private static final Set<String> ALL = Stream.of(Locale.getISOLanguages())
                .map(tag -> Locale.of(tag).getDisplayLanguage(Locale.ENGLISH))
                .collect(toUnmodifiableSet());

        @Override
        public boolean isValid(@Nullable String language, ConstraintValidatorContext context) {
            return language == null || ALL.contains(language);
        }
    }
}
