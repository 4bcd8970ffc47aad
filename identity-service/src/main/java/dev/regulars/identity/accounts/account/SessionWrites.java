package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which sessions of an account are live. Owns {@code sessionGeneration, keptSession, lastLogin}. */
public final class SessionWrites {

    private SessionWrites() {}

    /** Ends every session in the write that gives a reason to, except for the one kept. */
    static Bson endSessions(@Nullable String kept) {
        return combine(inc("sessionGeneration", 1L), kept == null ? unset("keptSession") : set("keptSession", kept));
    }

    /** Empty where the account was disabled in the meantime. */
    public static Uni<@Nullable AccountDocument> endOthers(Tx tx, String id, String kept) {
        return tx.change(accounts(), eq("_id", id))
                .when(AccountDocument.isEnabled())
                .by(endSessions(kept))
                .emitting(new CallerChanged(Scope.ACCOUNT, id, null));
    }

    public static Uni<Void> loggedIn(String id, Instant now) {
        return accounts().updateOne(eq("_id", id), set("lastLogin", now)).replaceWithVoid();
    }
}
