package dev.regulars.web.value;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** {@code @NotBlank} on a {@link Secret}. */
public final class SecretNotBlank implements ConstraintValidator<NotBlank, Secret> {

    @Override
    public boolean isValid(@Nullable Secret secret, ConstraintValidatorContext context) {
        return secret != null && !secret.value().isBlank();
    }
}
