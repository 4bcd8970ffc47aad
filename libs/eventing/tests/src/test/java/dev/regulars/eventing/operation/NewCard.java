package dev.regulars.eventing.operation;

import dev.regulars.web.caller.Permission;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.HostName;
import dev.regulars.web.validation.WebUrl;
import dev.regulars.web.value.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record NewCard(
        @NotBlank @DisplayName @Size(max = 20) String title,
        @NotNull @Size(min = 4, max = 64) Secret pin,
        @WebUrl @Nullable String image,
        @HostName @Nullable String host,
        @Nullable Instant until,
        @Nullable Permission permission) {}
