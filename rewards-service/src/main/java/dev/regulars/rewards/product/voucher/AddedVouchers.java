package dev.regulars.rewards.product.voucher;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of codes that were sent. */
@Schema(examples = """
        {"added": 2, "duplicates": 0}""")
record AddedVouchers(
        int added,

        @Schema(description = "Codes that the product has, or that were sent twice")
        int duplicates) {}
