package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.identity.accounts.mail.IssuedCode;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Passwords and how they are replaced. Owns {@code passwordHash, reset}. */
public final class PasswordWrites {

    private PasswordWrites() {}

    /** The same password under other parameters; changes nothing where it was changed in the meantime. */
    public static Uni<Void> rehash(String id, String before, String after) {
        return accounts()
                .updateOne(and(eq("_id", id), eq("passwordHash", before)), set("passwordHash", after))
                .replaceWithVoid();
    }

    /** Empty for an address that is unknown, or was mailed a token within the minute before. */
    public static Uni<@Nullable AccountDocument> issueReset(Tx tx, String emailKey, IssuedCode token, Instant asked) {
        return tx.change(accounts(), eq("emailKey", emailKey))
                .when(MailWrites.isCool(token.mail().template(), asked))
                .by(combine(set("reset", token.stored()), MailWrites.enqueue(token.mail(), asked)))
                .withoutEvent();
    }

    /**
     * Sets the password that the reader of the mailbox chose; the address is thereby verified. Empty where the token was used
     * in the meantime.
     */
    public static Uni<@Nullable AccountDocument> reset(
            Tx tx, AccountDocument account, String tokenHash, String passwordHash, Instant now) {
        Bson changed = combine(
                set("passwordHash", passwordHash), unset("reset"), unset("mailGate"), SessionWrites.endSessions(null));
        var change = tx.change(accounts(), eq("_id", account.id));
        var sessionsEnded = new CallerChanged(Scope.ACCOUNT, account.id, null);
        return account.hasVerifiedAddress()
                ? change.when(isValidReset(tokenHash, now)).by(changed).emitting(sessionsEnded)
                : change.when(and(isValidReset(tokenHash, now), exists("verifiedAt", false)))
                        .by(combine(changed, set("verifiedAt", now), unset("code"), set("registrations", List.of())))
                        .emitting(new AccountVerified(account.id, account.userId), sessionsEnded);
    }

    /** Empty where the password is no longer the one that was shown. */
    public static Uni<@Nullable AccountDocument> change(
            Tx tx, String id, String before, String after, String keptSession) {
        return tx.change(accounts(), eq("_id", id))
                .when(and(eq("passwordHash", before), AccountDocument.isEnabled()))
                .by(combine(set("passwordHash", after), unset("reset"), SessionWrites.endSessions(keptSession)))
                .emitting(new CallerChanged(Scope.ACCOUNT, id, null));
    }

    static Bson isValidReset(String tokenHash, Instant now) {
        return and(eq("reset.hash", tokenHash), gt("reset.expiresAt", now));
    }
}
