package dev.regulars.rewards.product.voucher;

import dev.regulars.web.value.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Codes that buyers of a product get, one with each piece. */
@Schema(examples = """
        {"codes": ["ROOK-7F3K-20PC", "ROOK-9D2M-20PC"], "expireDate": "2036-12-31T23:59:59.000Z"}""")
record NewVouchers(
        @NotEmpty @Size(max = 1_000) List<@NotNull @NotBlank @Size(max = 500) Secret> codes,

        @Schema(description = "After it a code is not handed out. That of the product when absent") @Nullable
        Instant expireDate) {}
