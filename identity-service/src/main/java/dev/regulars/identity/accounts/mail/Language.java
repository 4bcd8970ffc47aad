package dev.regulars.identity.accounts.mail;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** A language that mails are written in. */
public enum Language {
    ENGLISH("English", "en", "ltr"),
    ARABIC("Arabic", "ar", "rtl");

    private final String title;
    private final String tag;
    private final String direction;

    Language(String title, String tag, String direction) {
        this.title = title;
        this.tag = tag;
        this.direction = direction;
    }

    /** As accounts keep it: its English name. English for those that no mail is written in. */
    public static Language named(@Nullable String title) {
        return ARABIC.title.equals(title) ? ARABIC : ENGLISH;
    }

    /** @param accepted an {@code Accept-Language} header; malformed ones count as absent */
    public static Language bestOf(@Nullable String accepted) {
        if (accepted == null) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(LanguageRange.parse(accepted), List.of(ENGLISH.locale(), ARABIC.locale()));
            return ARABIC.locale().equals(best) ? ARABIC : ENGLISH;
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
    }

    public String title() {
        return title;
    }

    String tag() {
        return tag;
    }

    /** As HTML says it. */
    String direction() {
        return direction;
    }

    Locale locale() {
        return Locale.of(tag);
    }
}
