package dev.regulars.identity.account;

import static dev.regulars.identity.IdentityError.ACCOUNT_NOT_FOUND;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.account.AccountDocument.Disabled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Shuts accounts and opens them again; and who is let in while they are shut: nobody. In real time, as credentials are. */
@ApplicationScoped
public class Disabling {

    private final Outbox outbox;

    Disabling(Outbox outbox) {
        this.outbox = outbox;
    }

    /** To disable again changes nothing and tells nobody. */
    public Uni<Void> disable(Tx tx, String accountId, String by, String reason) {
        return AccountDocument.disable(tx, accountId, new Disabled(now(), by, reason))
                .onItem()
                .ifNull()
                .switchTo(() -> known(tx, accountId))
                .replaceWithVoid();
    }

    /** To enable again changes nothing and tells nobody; what was logged in before stays logged out. */
    public Uni<Void> enable(Tx tx, String accountId) {
        return AccountDocument.enable(tx, accountId, now())
                .onItem()
                .ifNull()
                .switchTo(() -> known(tx, accountId))
                .replaceWithVoid();
    }

    private static Uni<AccountDocument> known(Tx tx, String accountId) {
        return AccountDocument.byId(tx, accountId)
                .onItem()
                .ifNull()
                .failWith(() -> ACCOUNT_NOT_FOUND.because("No account " + accountId));
    }

    /** Empty for an account that is not there, is shut, or was shut since. */
    public Uni<@Nullable Account> loggedIn(String accountId, Instant since) {
        return AccountDocument.byId(outbox.alone(), accountId)
                .map(account -> account == null || account.disabled != null || isBefore(since, account.loggedOutAt)
                        ? null
                        : Account.of(account));
    }

    private static boolean isBefore(Instant since, @Nullable Instant loggedOut) {
        return loggedOut != null && since.isBefore(loggedOut);
    }

    public Uni<Boolean> isDisabled(String accountId) {
        return AccountDocument.byId(outbox.alone(), accountId)
                .map(account -> account != null && account.disabled != null);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
