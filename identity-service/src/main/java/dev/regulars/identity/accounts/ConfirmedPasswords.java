package dev.regulars.identity.accounts;

import dev.regulars.identity.accounts.password.PasswordConfirmation;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The password of the caller, for what the directory does on its strength. */
@ApplicationScoped
public class ConfirmedPasswords {

    private final PasswordConfirmation passwords;

    ConfirmedPasswords(PasswordConfirmation passwords) {
        this.passwords = passwords;
    }

    /** @param field of the request that is to blame where it is wrong */
    public Uni<Void> confirm(String accountId, String field, Secret password) {
        return passwords.confirm(accountId, field, password).replaceWithVoid();
    }
}
