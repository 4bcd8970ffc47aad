package dev.regulars.identity.accounts.account;

import dev.regulars.identity.accounts.mail.MailedCode;
import org.jspecify.annotations.Nullable;

/**
 * One request to register an address that is not verified yet. Names, spelling and password are its own: only the code
 * mailed for it makes them the account's.
 */
public record Registration(
        String id,
        String username,
        String usernameKey,
        String email,
        String firstName,
        String lastName,
        String displayName,
        @Nullable String language,
        String passwordHash,
        MailedCode code) {

    @Override
    public String toString() {
        return "Registration of " + username;
    }
}
