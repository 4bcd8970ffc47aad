package dev.regulars.web.value;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code @Size} on a {@link Secret}; to unwrap it instead would switch {@code @NotNull} off. */
public final class SecretSize implements ConstraintValidator<Size, Secret> {

    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(@Nullable Secret secret, ConstraintValidatorContext context) {
        return secret == null
                || (secret.value().length() >= min && secret.value().length() <= max);
    }
}
