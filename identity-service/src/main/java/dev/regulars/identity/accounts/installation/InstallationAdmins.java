package dev.regulars.identity.accounts.installation;

import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.name.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Decides who is the installation's admin, at every call, so that the setting alone determines it. */
@ApplicationScoped
public class InstallationAdmins {

    private final @Nullable String emailKey;

    InstallationAdmins(InstallationConfig config) {
        this.emailKey = config.bootstrapOwner().map(EmailAddress::canonical).orElse(null);
    }

    /** Of an account that is logged in, whose address is verified therefore. */
    public boolean isAdmin(Account account) {
        return EmailAddress.canonical(account.email()).equals(emailKey);
    }
}
