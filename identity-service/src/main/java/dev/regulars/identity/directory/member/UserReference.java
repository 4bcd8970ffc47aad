package dev.regulars.identity.directory.member;

import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.NameRules;
import dev.regulars.internal.people.PersonKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a request names a user. One order for every operation: decimal id, {@code _id}, e-mail address, username. A text in the form of
 * one of the first three is a username only where it is exactly that.
 *
 * @param value as the directory stores it
 * @param username the text itself; absent where no username is meant
 */
record UserReference(Form form, String value, @Nullable String username) {

    enum Form {
        USER_ID,
        ACCOUNT_ID,
        EMAIL,
        NO_ID
    }

    static UserReference of(String text) {
        String name = text.strip();
        if (name.matches("[0-9a-fA-F]{24}")) {
            return new UserReference(Form.ACCOUNT_ID, name.toLowerCase(Locale.ROOT), name);
        }
        if (name.matches("[0-9]+")) {
            return new UserReference(Form.USER_ID, name, name);
        }
        return name.indexOf('@') < 0
                ? new UserReference(Form.NO_ID, name, name)
                : new UserReference(Form.EMAIL, EmailAddress.canonical(name), name);
    }

    static UserReference of(PersonKey by, String text) {
        String name = text.strip();
        return switch (by) {
            case EMAIL -> new UserReference(Form.EMAIL, EmailAddress.canonical(name), null);
            case USER_ID -> new UserReference(Form.USER_ID, name, null);
            case ID -> new UserReference(Form.ACCOUNT_ID, name.toLowerCase(Locale.ROOT), null);
            case USERNAME -> new UserReference(Form.NO_ID, name, name);
            case ANY -> of(text);
        };
    }

    boolean isIdOf(MemberDocument member) {
        return switch (form) {
            case USER_ID -> value.equals(member.userId);
            case ACCOUNT_ID -> value.equals(member.accountId);
            case EMAIL -> value.equals(member.emailKey);
            case NO_ID -> false;
        };
    }

    boolean isNameOf(MemberDocument member) {
        return username != null
                && (form == Form.NO_ID
                        ? NameRules.usernameKey(username).equals(member.usernameKey)
                        : username.equals(member.username));
    }

    /** Who of them is meant. */
    @Nullable
    MemberDocument among(List<MemberDocument> members) {
        return members.stream()
                .filter(this::isIdOf)
                .findFirst()
                .or(() -> members.stream().filter(this::isNameOf).findFirst())
                .orElse(null);
    }
}
