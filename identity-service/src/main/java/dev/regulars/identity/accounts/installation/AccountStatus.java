package dev.regulars.identity.accounts.installation;

import static dev.regulars.identity.IdentityError.ADMIN_STAYS;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.account.AccountDocument.Disabled;
import dev.regulars.identity.accounts.account.StatusWrites;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Disables and enables accounts. In real time, as for all credentials. */
@ApplicationScoped
public class AccountStatus {

    private final Outbox outbox;

    AccountStatus(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Disabling again changes nothing and emits nothing. */
    Uni<Void> disable(Tx tx, String accountId, String reason) {
        String by = requireNonNull(tx.caller().accountId());
        if (by.equals(accountId)) {
            throw ADMIN_STAYS.because("nobody could undo it");
        }
        return StatusWrites.disable(tx, accountId, new Disabled(now(), by, reason))
                .onItem()
                .ifNull()
                .switchTo(() -> existing(tx, accountId))
                .replaceWithVoid();
    }

    /** Enabling again changes nothing and emits nothing; sessions that ended stay ended. */
    Uni<Void> enable(Tx tx, String accountId) {
        return StatusWrites.enable(tx, accountId, now())
                .onItem()
                .ifNull()
                .switchTo(() -> existing(tx, accountId))
                .replaceWithVoid();
    }

    private static Uni<AccountDocument> existing(Tx tx, String accountId) {
        return AccountDocument.byId(tx, accountId).plug(orNotFound("account", accountId));
    }

    public Uni<Boolean> isDisabled(String accountId) {
        return AccountDocument.byId(outbox.alone(), accountId)
                .map(account -> account != null && account.disabled != null);
    }

    /**
     * Whether an account's user key can be used.
     *
     * @param beforeVerification such a key ends when the owner of the address has verified it
     */
    public Uni<Boolean> admitsUserKey(String accountId, boolean beforeVerification) {
        return AccountDocument.byId(outbox.alone(), accountId)
                .map(account -> account != null
                        && account.disabled == null
                        && !(beforeVerification && account.hasVerifiedAddress()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
