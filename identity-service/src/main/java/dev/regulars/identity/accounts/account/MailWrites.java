package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import dev.regulars.identity.accounts.account.AccountDocument.MailGate;
import dev.regulars.identity.accounts.mail.MailTemplate;
import dev.regulars.identity.accounts.mail.PendingMail;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;

/** The mails of an account. Owns {@code mailDue, mailGate, askedAt, linkMailNotBefore}; other writes enqueue through it. */
public final class MailWrites {

    private static final Duration COOL_DOWN = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LINK_MAILS = Duration.ofHours(1);
    private static final int BATCH = 100;

    private MailWrites() {}

    /** The oldest first. */
    public static Uni<List<AccountDocument>> due(Instant now) {
        return accounts()
                .find(
                        lt("mailDue.notBefore", now),
                        new FindOptions().sort(ascending("mailDue.notBefore")).limit(BATCH))
                .collect()
                .asList();
    }

    /** False where another replica is sending this mail, or the gate is closed. */
    public static Uni<Boolean> claim(String id, PendingMail mail, Instant now, Instant until) {
        Bson free = and(eq("_id", id), elemMatch("mailDue", and(eq("id", mail.id()), lt("notBefore", now))));
        Bson claimed = set("mailDue.$.notBefore", until);
        return (mail.template().isOnRequest()
                        ? accounts()
                                .updateOne(
                                        and(free, or(isGateOpen(now), eq("mailGate.mailId", mail.id()))),
                                        combine(claimed, set("mailGate", new MailGate(now.plus(COOL_DOWN), mail.id()))))
                        : accounts().updateOne(free, claimed))
                .map(result -> result.getModifiedCount() == 1);
    }

    private static Bson isGateOpen(Instant now) {
        return or(exists("mailGate", false), lte("mailGate.until", now));
    }

    /** Leaves the gate to others: nothing was sent. */
    public static Uni<Void> retryAt(String id, PendingMail mail, Instant at) {
        return reschedule(id, mail, combine(set("mailDue.$.notBefore", at), inc("mailDue.$.attempts", 1)))
                .chain(() ->
                        accounts().updateOne(and(eq("_id", id), eq("mailGate.mailId", mail.id())), unset("mailGate")))
                .replaceWithVoid();
    }

    /** For a mail that came while the gate was closed: it is due when the gate opens. Changes nothing where it is open. */
    public static Uni<Void> waitForGate(String id, PendingMail mail, Instant now) {
        Bson closed = and(eq("_id", id), gt("mailGate.until", now), ne("mailGate.mailId", mail.id()));
        return accounts()
                .find(closed)
                .collect()
                .first()
                .chain(account -> account == null || account.mailGate == null
                        ? Uni.createFrom().voidItem()
                        : reschedule(id, mail, set("mailDue.$.notBefore", account.mailGate.until())));
    }

    /** For an account whose mails could not even be looked at. */
    public static Uni<Void> postpone(AccountDocument account, Instant until) {
        return accounts()
                .updateOne(eq("_id", account.id), max("mailDue.$[].notBefore", until))
                .replaceWithVoid();
    }

    private static Uni<Void> reschedule(String id, PendingMail mail, Bson change) {
        return accounts()
                .updateOne(and(eq("_id", id), eq("mailDue.id", mail.id())), change)
                .replaceWithVoid();
    }

    /** Sent, or given up. */
    public static Uni<Void> remove(String id, PendingMail mail) {
        return accounts()
                .updateOne(eq("_id", id), pull("mailDue", eq("id", mail.id())))
                .replaceWithVoid();
    }

    /** Once an hour. Changes nothing where this mail is due already; false where another one was sent within the hour. */
    public static Uni<Boolean> enqueueLinkMail(String id, PendingMail mail, Instant now) {
        Bson mayLeave = or(exists("linkMailNotBefore", false), lte("linkMailNotBefore", now));
        Bson fresh = and(eq("_id", id), eq("deleted", false), ne("mailDue.id", mail.id()), mayLeave);
        Bson change = combine(push("mailDue", mail), set("linkMailNotBefore", now.plus(BETWEEN_LINK_MAILS)));
        return accounts()
                .updateOne(fresh, change)
                .chain(result -> result.getModifiedCount() == 1
                        ? Uni.createFrom().item(true)
                        : accounts()
                                .countDocuments(and(eq("_id", id), eq("mailDue.id", mail.id())))
                                .map(count -> count > 0));
    }

    /** True where no such mail was requested in the minute before; true only once for one moment. */
    static Bson isCool(MailTemplate template, Instant asked) {
        String last = "askedAt." + template;
        return or(exists(last, false), lte(last, asked.minus(COOL_DOWN)));
    }

    /** Enqueues a mail that was asked for at a moment which {@link #isCool} is held against. */
    static Bson enqueue(PendingMail mail, Instant asked) {
        return combine(push("mailDue", mail), set("askedAt." + mail.template(), asked));
    }
}
