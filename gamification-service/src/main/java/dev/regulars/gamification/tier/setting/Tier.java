package dev.regulars.gamification.tier.setting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tier of a community. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182940", "name": "Gold", "level": 2, "xp": 1000, "image": null, "roleId": null}""")
public record Tier(
        @Nullable String _id,
        String name,
        Integer level,
        @Schema(description = "From which XP on") Long xp,
        @Nullable String image,

        @Nullable @Schema(description = "Role that members of the tier are to have")
        String roleId) {

    public Tier withId(String id) {
        return new Tier(id, name, level, xp, image, roleId);
    }
}
