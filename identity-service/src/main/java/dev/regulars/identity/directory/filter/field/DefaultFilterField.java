package dev.regulars.identity.directory.filter.field;

import static dev.regulars.identity.directory.filter.field.ValueType.DATE;
import static dev.regulars.identity.directory.filter.field.ValueType.NUMBER;
import static dev.regulars.identity.directory.filter.field.ValueType.TEXT;

import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.NameRules;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that every member has, by the names of the database (contract §3.1.2): the constants in lower case. */
public enum DefaultFilterField implements FilterField {
    _ID(TEXT, "accountId"),
    USER_ID(TEXT, "userId"),
    USERNAME(TEXT, "usernameKey"),
    EMAIL(TEXT, "emailKey"),
    FIRST_NAME(TEXT, "firstName"),
    LAST_NAME(TEXT, "lastName"),
    DISPLAY_NAME(TEXT, "displayName"),
    LANGUAGE(TEXT, "language"),
    JOIN_DATE(DATE, "membership.joinedAt"),
    LAST_LOGIN(DATE, "lastLogin"),
    XP(NUMBER, "balances.units.xp"),
    COINS(NUMBER, "balances.units.coins"),
    ACCESS_LEVEL(NUMBER, "access.level"),
    TAGS(TEXT, "tags");

    private final ValueType type;
    private final String path;

    DefaultFilterField(ValueType type, String path) {
        this.type = type;
        this.path = path;
    }

    static Optional<FilterField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.title().equals(name))
                .map(FilterField.class::cast)
                .findFirst();
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ValueType type() {
        return type;
    }

    @Override
    public Object stored(Object value) {
        return switch (this) {
            case EMAIL -> EmailAddress.canonical((String) value);
            case USERNAME -> NameRules.usernameKey((String) value);
            case _ID -> ((String) value).toLowerCase(Locale.ROOT);
            default -> value;
        };
    }

    @Override
    public <T> T place(Function<String, T> path, Function<String, T> attribute) {
        return path.apply(this.path);
    }

    @Override
    public @Nullable Object shown(MemberDocument member) {
        return switch (this) {
            case _ID -> member.accountId;
            case USER_ID -> member.userId;
            case USERNAME -> member.username;
            case EMAIL -> member.email;
            case FIRST_NAME -> member.firstName;
            case LAST_NAME -> member.lastName;
            case DISPLAY_NAME -> member.displayName;
            case LANGUAGE -> member.shownLanguage();
            case JOIN_DATE -> member.membership == null ? null : member.membership.joinedAt();
            case LAST_LOGIN -> member.lastLogin;
            case XP -> member.balances().of("xp");
            case COINS -> member.balances().of("coins");
            case ACCESS_LEVEL -> member.accessLevel();
            case TAGS -> member.tags();
        };
    }
}
