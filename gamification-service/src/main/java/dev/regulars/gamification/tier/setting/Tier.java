package dev.regulars.gamification.tier.setting;

import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tier of a community. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182940", "name": "Gold", "level": 2, "xp": 1000, "image": null, "roleId": null}""")
public record Tier(
        @ObjectId @Nullable @Schema(description = "Absent for a new tier")
        String _id,

        @NotBlank @DisplayName @Size(max = 100) String name,
        @NotNull @Min(1) @Max(1_000) Integer level,

        @NotNull @Min(0) @Max(9_007_199_254_740_991L) @Schema(description = "From which XP on")
        Long xp,

        @WebUrl @Size(max = 2_000) @Nullable String image,

        @ObjectId @Nullable @Schema(description = "Role that members of the tier are to have")
        String roleId) {

    public Tier withId(String id) {
        return new Tier(id, name, level, xp, image, roleId);
    }
}
