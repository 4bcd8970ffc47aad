package dev.regulars.identity.installation;

import dev.regulars.identity.account.Account;
import dev.regulars.identity.account.Names;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who is the installation's admin: decided anew whenever somebody calls, so that the setting alone says it. */
@ApplicationScoped
public class Admins {

    private final @Nullable String emailKey;

    Admins(InstallationConfig config) {
        this.emailKey = config.bootstrapOwner().map(Names::key).orElse(null);
    }

    /** Of an account that is logged in, whose address is verified therefore. */
    public boolean isAdmin(Account account) {
        return Names.key(account.email()).equals(emailKey);
    }
}
