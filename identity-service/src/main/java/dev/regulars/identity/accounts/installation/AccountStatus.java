package dev.regulars.identity.accounts.installation;

import static dev.regulars.identity.IdentityError.ACCOUNT_NOT_FOUND;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument.Disabled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Shuts accounts and opens them again. In real time, as credentials are. */
@ApplicationScoped
public class AccountStatus {

    private final Outbox outbox;

    AccountStatus(Outbox outbox) {
        this.outbox = outbox;
    }

    /** To disable again changes nothing and tells nobody. */
    Uni<Void> disable(Tx tx, String accountId, String by, String reason) {
        return AccountStatusDocument.shut(tx, accountId, new Disabled(now(), by, reason))
                .onItem()
                .ifNull()
                .switchTo(() -> known(tx, accountId))
                .replaceWithVoid();
    }

    /** To enable again changes nothing and tells nobody; what was logged in before stays logged out. */
    Uni<Void> enable(Tx tx, String accountId) {
        return AccountStatusDocument.open(tx, accountId, now())
                .onItem()
                .ifNull()
                .switchTo(() -> known(tx, accountId))
                .replaceWithVoid();
    }

    private static Uni<AccountStatusDocument> known(Tx tx, String accountId) {
        return AccountStatusDocument.find(tx, accountId)
                .onItem()
                .ifNull()
                .failWith(() -> ACCOUNT_NOT_FOUND.because("No account " + accountId));
    }

    public Uni<Boolean> isDisabled(String accountId) {
        return AccountStatusDocument.find(outbox.alone(), accountId)
                .map(account -> account != null && account.disabled != null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
