package dev.regulars.identity.accounts.password;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.throttle.Bucket;
import dev.regulars.identity.accounts.throttle.Throttles;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The current password, shown again by a logged-in caller for what a stolen session must not be able to do. */
@ApplicationScoped
public class PasswordConfirmation {

    private final Passwords passwords;
    private final Throttles throttles;
    private final Outbox outbox;

    PasswordConfirmation(Passwords passwords, Throttles throttles, Outbox outbox) {
        this.passwords = passwords;
        this.throttles = throttles;
        this.outbox = outbox;
    }

    /**
     * Answers the account whose password it is.
     *
     * @param field of the request that is to blame where it is wrong
     */
    public Uni<AccountDocument> confirm(String accountId, String field, Secret password) {
        return AccountDocument.byId(outbox.alone(), accountId)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such account"))
                .chain(account ->
                        throttles.attempt(List.of(Bucket.session(accountId)), () -> confirm(account, field, password)));
    }

    private Uni<AccountDocument> confirm(AccountDocument account, String field, Secret password) {
        return passwords.matches(password, account.passwordHash).map(matches -> {
            if (!matches) {
                throw Refusal.invalid(field, "is wrong");
            }
            return account;
        });
    }
}
