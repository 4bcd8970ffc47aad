package dev.regulars.identity.directory.field.definition;

import static dev.regulars.identity.directory.field.definition.FieldType.DATE;
import static dev.regulars.identity.directory.field.definition.FieldType.NUMERICAL;
import static dev.regulars.identity.directory.field.definition.FieldType.SINGLE_LINE_TEXT;

import dev.regulars.crypto.Secrets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields that every member has. The system maintains them. */
public enum DefaultField {
    USER_ID(SINGLE_LINE_TEXT, "User ID"),
    USERNAME(SINGLE_LINE_TEXT, "Username"),
    EMAIL(SINGLE_LINE_TEXT, "E-mail"),
    FIRST_NAME(SINGLE_LINE_TEXT, "First name"),
    LAST_NAME(SINGLE_LINE_TEXT, "Last name"),
    LANGUAGE(SINGLE_LINE_TEXT, "Language"),
    JOIN_DATE(DATE, "Join date"),
    XP(NUMERICAL, "XP"),
    COINS(NUMERICAL, "Coins");

    private static final int ID_DIGITS = 24;

    private final FieldType type;
    private final String title;

    DefaultField(FieldType type, String title) {
        this.type = type;
        this.title = title;
    }

    public FieldType type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same at every time, and another one in each community. */
    public String id(String communityId) {
        return Secrets.hash("default field|" + communityId + "|" + slug()).substring(0, ID_DIGITS);
    }

    public static Optional<DefaultField> of(String communityId, String id) {
        return Arrays.stream(values())
                .filter(field -> field.id(communityId).equals(id))
                .findFirst();
    }
}
