package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountDisabled;
import dev.regulars.events.identity.IdentityEvent.AccountEnabled;
import dev.regulars.identity.accounts.account.AccountDocument.Disabled;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Disabling and enabling. Owns {@code disabled}. */
public final class StatusWrites {

    private StatusWrites() {}

    /** Ends every session in the same write. Empty where the account is disabled already, or does not exist. */
    public static Uni<@Nullable AccountDocument> disable(Tx tx, String id, Disabled disabled) {
        return tx.change(accounts(), eq("_id", id))
                .when(AccountDocument.isEnabled())
                .by(combine(set("disabled", disabled), SessionWrites.endSessions(null)))
                .emitting(new AccountDisabled(id, disabled.at()), new CallerChanged(Scope.ACCOUNT, id, null));
    }

    /** Empty where the account is not disabled. */
    public static Uni<@Nullable AccountDocument> enable(Tx tx, String id, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(exists("disabled"))
                .by(unset("disabled"))
                .emitting(new AccountEnabled(id, now));
    }
}
