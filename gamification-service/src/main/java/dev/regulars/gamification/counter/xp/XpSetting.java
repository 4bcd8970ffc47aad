package dev.regulars.gamification.counter.xp;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** XP per action (contract §3.9 row 23). What is absent earns nothing. */
@Schema(examples = """
        {"enabled": true, "picture": {"enabled": true, "xp": 50}, "visit": {"enabled": true, "xp": 5},
         "message": {"enabled": true, "xp": 10, "time": 60, "dailyCap": 200},
         "reply": {"enabled": true, "xp": 10, "time": 60}, "react": {"enabled": true, "xp": 2, "time": 10}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record XpSetting(
        @Schema(description = "Whether anything earns XP") boolean enabled,
        @Valid @Nullable ActionXp picture,
        @Valid @Nullable ActionXp aboutme,
        @Valid @Nullable ActionXp quote,
        @Valid @Nullable ActionXp visit,
        @Valid @Nullable ActionXp referral,
        @Valid @Nullable ActionXp refer,
        @Valid @Nullable ActionXp message,
        @Valid @Nullable ActionXp reply,
        @Valid @Nullable ActionXp react,
        @Valid @Nullable ActionXp object,
        @Valid @Nullable ActionXp analysis,
        @Valid @Nullable ActionXp comment,
        @Valid @Nullable ActionXp tradingDiscussions) {

    /** Of a community that has not decided: nothing earns XP. */
    public static final XpSetting NONE =
            new XpSetting(false, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** What an action earns now, if anything. */
    public @Nullable ActionXp of(Action action) {
        ActionXp xp = enabled ? action.in(this) : null;
        return xp != null && xp.enabled() && xp.xp() > 0 ? xp : null;
    }
}
