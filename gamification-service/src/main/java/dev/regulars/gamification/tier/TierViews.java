package dev.regulars.gamification.tier;

import dev.regulars.gamification.counter.xp.XpSetting;
import dev.regulars.gamification.tier.setting.Downgrade;
import dev.regulars.gamification.tier.setting.Tier;
import dev.regulars.gamification.tier.setting.TierSettingDocument;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is asked and answered about tiers. */
final class TierViews {

    private TierViews() {}

    /** The tiers that a community is to have. */
    @Schema(examples = """
            {"tiers": [{"name": "Silver", "level": 1, "xp": 100}, {"name": "Gold", "level": 2, "xp": 1000}]}""")
    record TiersRequest(
            @NotNull
            @Size(max = 100)
            @Schema(description = "Rising: each needs more XP and a higher level than the one before")
            List<@Valid @NotNull NewTier> tiers) {

        List<Tier> asked() {
            return tiers.stream().map(NewTier::tier).toList();
        }
    }

    /** A tier as it is asked for. */
    record NewTier(
            @ObjectId @Nullable @Schema(description = "Absent for a new tier")
            String _id,

            @NotBlank @DisplayName @Size(max = 100) String name,
            @NotNull @Min(1) @Max(1_000) Integer level,

            @NotNull @Min(0) @Max(9_007_199_254_740_991L) @Schema(description = "From which XP on")
            Long xp,

            @WebUrl @Size(max = 2_000) @Nullable String image,

            @ObjectId @Nullable @Schema(description = "Role that members of the tier are to have")
            String roleId) {

        Tier tier() {
            return new Tier(_id, name, level, xp, image, roleId);
        }
    }

    /** The tiers of a community. */
    @Schema(examples = """
            {"enabled": true, "tiers": [{"_id": "66b1f2a8a4d3e5f607182940", "name": "Silver", "level": 1, "xp": 100, "image": null,
              "roleId": null}]}""")
    record TiersView(
            @Schema(description = "Whether members are in tiers at all")
            boolean enabled,

            List<Tier> tiers) {

        static TiersView of(TierSettingDocument setting) {
            return new TiersView(setting.enabled, setting.tiers);
        }
    }

    /** Tiers and XP as the Integration API shows them. */
    @Schema(examples = """
            {"enabled": true, "tiers": [{"name": "Silver", "level": 1, "xp": 100, "image": null}],
             "xpSetting": {"enabled": true, "picture": {"enabled": true, "xp": 50}, "visit": {"enabled": true, "xp": 5},
              "message": {"enabled": true, "xp": 10, "time": 60, "dailyCap": 200},
              "reply": {"enabled": true, "xp": 10, "time": 60}, "react": {"enabled": true, "xp": 2, "time": 10}}}""")
    record TierInfoView(
            @Schema(description = "Whether members are in tiers at all")
            boolean enabled,

            List<Shown> tiers,
            XpSetting xpSetting) {

        /** A tier without what only admins set. */
        record Shown(
                String name,
                int level,
                @Schema(description = "From which XP on") long xp,
                @Nullable String image) {}

        static TierInfoView of(TierSettingDocument setting, XpSetting xp) {
            return new TierInfoView(setting.enabled, shown(setting), xp);
        }

        static List<Shown> shown(TierSettingDocument setting) {
            return setting.tiers.stream()
                    .map(tier -> new Shown(tier.name(), tier.level(), tier.xp(), tier.image()))
                    .toList();
        }
    }

    /** Whether there are tiers, and what is shown of them. */
    @Schema(examples = """
            {"enabled": true, "display": {"levels": true, "tiers": true}, "downgrade": "never"}""")
    record TierSettingRequest(
            @NotNull Boolean enabled,
            @Valid @NotNull Display display,

            @Nullable
            @Schema(
                    description =
                            "What becomes of the tier of a member who spends XP: never (it stays), one (it falls by one"
                                    + " at most) or balance (it follows the balance)")
            Downgrade downgrade) {

        /** What is shown of tiers. */
        record Display(@NotNull Boolean levels, @NotNull Boolean tiers) {}
    }

    /** The gamification settings of a community (contract §3.9 row 24). */
    @Schema(examples = """
            {"_id": "66b1f0e9a4d3e5f60718293b", "serverId": "66b1f0e9a4d3e5f60718293b",
             "xpSetting": {"enabled": true, "picture": {"enabled": true, "xp": 50}, "visit": {"enabled": true, "xp": 5},
              "message": {"enabled": true, "xp": 10, "time": 60, "dailyCap": 200},
              "reply": {"enabled": true, "xp": 10, "time": 60}, "react": {"enabled": true, "xp": 2, "time": 10}},
             "tiers": {"enabled": true, "display": {"levels": true, "tiers": true}, "downgrade": "never"},
             "badges": ["1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"], "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z", "__v": 0}""")
    record TierSettingView(
            String _id,
            @Schema(description = "`_id` of the community") String serverId,
            XpSetting xpSetting,
            TierSettingRequest tiers,
            @Schema(description = "Ids of the badges") List<String> badges,
            Instant createdAt,
            Instant updatedAt,
            @Schema(description = "Revision") int __v) {}

    /** A tier that a member is to have at least. */
    @Schema(examples = """
            {"tier": "66b1f2a8a4d3e5f607182940", "reason": "Founding member"}""")
    record GrantRequest(
            @NotBlank @Size(max = 100) @Schema(description = "`_id` or name")
            String tier,

            @NotBlank @Size(max = 500) String reason) {}

    /** The tier that a member has. */
    @Schema(examples = """
            {"tier": {"_id": "66b1f2a8a4d3e5f607182940", "name": "Gold", "level": 2, "xp": 1000, "image": null, "roleId": null}}""")
    record GrantView(@Nullable Tier tier) {}
}
