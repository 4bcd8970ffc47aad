package dev.regulars.identity.accounts.widget;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a widget shows (contract §3.13.3); on the wire also the first segment of its page. */
public enum WidgetType implements WireName {
    STORE,
    CHANNEL,
    SOCIAL,
    MILESTONE,
    CURRENCY_VIEW,
    REFERRAL_CONDITIONS,
    CUSTOM,
    LEADERBOARD,
    STREAK,
    WHEEL;

    @Override
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a name that no type has. */
    public static @Nullable WidgetType named(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire().equals(wire))
                .findFirst()
                .orElse(null);
    }
}
