package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import dev.regulars.eventing.outbox.Change;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.identity.accounts.mail.IssuedCode;
import dev.regulars.identity.accounts.mail.MailedCode;
import dev.regulars.identity.accounts.mail.PendingMail;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Registering and verifying. Owns {@code username, email} and their keys, {@code registrations, registeredAgain, code,
 * verifiedAt, madeBy, createdAt}.
 */
public final class RegistrationWrites {

    /** Each holds a code that can be guessed at, and a mail; strangers must not fill the document. */
    private static final int MOST = 5;

    private RegistrationWrites() {}

    public static Uni<AccountDocument> insert(Tx tx, AccountDocument account) {
        return tx.insert(accounts(), account, new AccountRegistered(account.id, account.userId, account.username));
    }

    /** Adds a registration beside those that are pending. Empty where the address is verified, or too many are pending. */
    public static Uni<@Nullable AccountDocument> add(Tx tx, String emailKey, Registration one, PendingMail mail) {
        return unverified(tx, emailKey, exists("registrations." + (MOST - 1), false))
                .by(combine(push("registrations", one), push("mailDue", mail), set("registeredAgain", true)))
                .withoutEvent();
    }

    /** Makes room: a registration whose code has expired needs a new code anyway. */
    public static Uni<@Nullable AccountDocument> removeExpired(Tx tx, String emailKey, Instant now) {
        return unverified(tx, emailKey, elemMatch("registrations", lte("code.expiresAt", now)))
                .by(pull("registrations", lte("code.expiresAt", now)))
                .withoutEvent();
    }

    /** Notifies the owner of a verified address about an attempt to register it. */
    public static Uni<@Nullable AccountDocument> notify(Tx tx, String emailKey, PendingMail notice, Instant now) {
        return tx.change(accounts(), eq("emailKey", emailKey))
                .when(MailWrites.isCool(notice.template(), now))
                .by(MailWrites.enqueue(notice, now))
                .withoutEvent();
    }

    /** Replaces the code of one registration. Empty where it is no longer pending, or was mailed within the minute before. */
    public static Uni<@Nullable AccountDocument> renewCode(
            Tx tx, String emailKey, Registration one, IssuedCode code, Instant asked) {
        Bson pending = elemMatch("registrations", eq("id", one.id()));
        return unverified(
                        tx, emailKey, and(pending, MailWrites.isCool(code.mail().template(), asked)))
                .by(combine(set("registrations.$.code", code.stored()), MailWrites.enqueue(code.mail(), asked)))
                .withoutEvent();
    }

    /** The same for an account that a community made. */
    public static Uni<@Nullable AccountDocument> renewCode(Tx tx, String emailKey, IssuedCode code, Instant asked) {
        return unverified(
                        tx,
                        emailKey,
                        and(hasRegistrations(0), MailWrites.isCool(code.mail().template(), asked)))
                .by(combine(set("code", code.stored()), MailWrites.enqueue(code.mail(), asked)))
                .withoutEvent();
    }

    private static Change<AccountDocument> unverified(Tx tx, String emailKey, Bson guard) {
        return tx.change(accounts(), eq("emailKey", emailKey)).when(and(exists("verifiedAt", false), guard));
    }

    /**
     * Confirms the address and makes one registration the account's; the others die. Every session and the gate for mails end
     * with it.
     *
     * @param one absent where the code confirms an account that a community made
     * @param reset absent where the registration's password counts; else the password is cleared until the owner sets one
     * @return empty where the code was used, or another registration came in between
     */
    public static Uni<@Nullable AccountDocument> verify(
            Tx tx, AccountDocument account, @Nullable Registration one, @Nullable IssuedCode reset, Instant now) {
        List<Bson> changes = new ArrayList<>(List.of(
                set("verifiedAt", now),
                set("registrations", List.of()),
                unset("code"),
                unset("mailGate"),
                SessionWrites.endSessions(null)));
        if (one != null) {
            changes.addAll(names(one));
        }
        if (reset != null) {
            changes.addAll(List.of(unset("passwordHash"), set("reset", reset.stored()), push("mailDue", reset.mail())));
        } else if (one != null) {
            changes.add(set("passwordHash", one.passwordHash()));
        }
        return tx.change(accounts(), eq("_id", account.id))
                .when(and(
                        exists("verifiedAt", false),
                        hasRegistrations(account.registrations.size()),
                        one == null ? holds("code", account.code, now) : elemMatch("registrations", isOf(one, now))))
                .by(combine(changes))
                .emitting(
                        new AccountVerified(account.id, account.userId),
                        new CallerChanged(Scope.ACCOUNT, account.id, null));
    }

    private static Bson hasRegistrations(int count) {
        return count == 0 ? exists("registrations.0", false) : size("registrations", count);
    }

    private static Bson isOf(Registration one, Instant now) {
        return and(eq("id", one.id()), holds("code", one.code(), now));
    }

    private static Bson holds(String field, @Nullable MailedCode code, Instant now) {
        return and(eq(field + ".hash", code == null ? "" : code.hash()), gt(field + ".expiresAt", now));
    }

    private static List<Bson> names(Registration one) {
        List<Bson> names = new ArrayList<>(List.of(
                set("username", one.username()),
                set("usernameKey", one.usernameKey()),
                set("email", one.email()),
                set("firstName", one.firstName()),
                set("lastName", one.lastName()),
                set("displayName", one.displayName())));
        if (one.language() != null) {
            names.add(set("language", one.language()));
        }
        return names;
    }
}
