package dev.regulars.identity.accounts.account.creation;

import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.password.Passwords;
import dev.regulars.identity.name.EmailAddress;
import dev.regulars.identity.name.NameRules;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Accounts that are ready to be written: whatever must not happen inside a transaction is done. */
@ApplicationScoped
public class AccountDrafts {

    /** @param passwordHash absent for an account without a password */
    public record Draft(AccountDocument account, @Nullable String passwordHash) {

        @Override
        public String toString() {
            return "Draft of " + account.username;
        }
    }

    private final Passwords passwords;
    private final Clock clock;

    AccountDrafts(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @param account with id, names and address */
    public Uni<Draft> of(AccountDocument account, @Nullable Secret password) {
        account.email = account.email.strip();
        account.usernameKey = NameRules.usernameKey(account.username);
        account.emailKey = EmailAddress.canonical(account.email);
        account.createdAt = clock.instant();
        Uni<@Nullable String> hash = password == null
                ? Uni.createFrom().nullItem()
                : passwords.hash(password).map(done -> done);
        return hash.chain(hashed -> SequenceDocument.next().map(number -> {
            account.userId = String.valueOf(number);
            return new Draft(account, hashed);
        }));
    }
}
