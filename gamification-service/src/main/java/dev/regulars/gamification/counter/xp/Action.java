package dev.regulars.gamification.counter.xp;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What members do that can earn XP, and that this service hears of. */
public enum Action {
    VISIT(XpSetting::visit),
    MESSAGE(XpSetting::message),
    REPLY(XpSetting::reply),
    REACT(XpSetting::react),
    ANALYSIS(XpSetting::analysis);

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Function<XpSetting, @Nullable ActionXp> xp;

    Action(Function<XpSetting, @Nullable ActionXp> xp) {
        this.xp = xp;
    }

    @Nullable
    ActionXp in(XpSetting setting) {
        return xp.apply(setting);
    }

    /** Of the limits of the action. */
    public String key() {
        return "xp." + name().toLowerCase(Locale.ROOT);
    }
}
