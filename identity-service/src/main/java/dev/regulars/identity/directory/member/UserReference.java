package dev.regulars.identity.directory.member;

import dev.regulars.identity.name.EmailAddress;
import java.util.Locale;

/**
 * How a request names a user. One order for every operation: decimal id, {@code _id}, e-mail address, username. A text in the form of
 * one of the first three is a username only where it is exactly that.
 */
record UserReference(Form form, String value, String username) {

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

    boolean isIdOf(MemberDocument member) {
        return switch (form) {
            case USER_ID -> value.equals(member.userId);
            case ACCOUNT_ID -> value.equals(member.accountId);
            case EMAIL -> value.equals(member.emailKey);
            case NO_ID -> false;
        };
    }
}
