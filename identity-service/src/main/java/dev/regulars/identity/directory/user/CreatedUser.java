package dev.regulars.identity.directory.user;

import dev.regulars.identity.accounts.Account;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A created user (contract §3.1.3). */
public record CreatedUser(
        String _id,

        @Schema(description = "The decimal id of the account")
        String userId,

        String username,
        String email,
        String firstname,
        String lastname,
        @Schema(description = "The name that others see") String displayname)
        implements UserOutcome {

    static CreatedUser of(Account account) {
        return new CreatedUser(
                account.id(),
                account.userId(),
                account.username(),
                account.email(),
                account.firstName(),
                account.lastName(),
                account.displayName());
    }

    Account account() {
        return new Account(_id, userId, username, email, firstname, lastname, displayname, null, null);
    }
}
