package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.IdentityEvent.AccountRegistered;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.accounts.mail.OutgoingMailDocument;
import dev.regulars.identity.accounts.mail.PendingMail;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's account. Global: the one kind of document here that belongs to no community. */
@MongoEntity(collection = "accounts")
public class AccountDocument extends ReactivePanacheMongoEntityBase {

    public static final String USERNAME_INDEX = "username_of_the_living";
    public static final String EMAIL_INDEX = "email_of_the_living";

    @BsonId
    public String id;

    public String userId;
    public String username;
    public String usernameKey;
    public String email;
    public String emailKey;
    public String firstName;
    public String lastName;
    public String displayName;
    public @Nullable String passwordHash;
    public @Nullable Instant verifiedAt;
    public @Nullable Code code;
    /** Of a mailed token that sets a new password. */
    public @Nullable Code reset;
    /** English name of the language to speak to its owner in; English where it is absent. */
    public @Nullable String language;

    public @Nullable Instant lastLogin;
    /** Sessions of another generation are over, but for the one kept. */
    public long sessionGeneration;

    public @Nullable String keptSession;
    public @Nullable SecondFactor secondFactor;
    /** The key of a community that made this account; absent where its owner registered. */
    public @Nullable Provisioner madeBy;
    /** The join that this account is still owed. */
    public @Nullable JoinDue joinDue;

    public List<PendingMail> mailDue = new ArrayList<>();
    public Instant createdAt;
    /** Absent while the account is good. */
    public @Nullable Disabled disabled;

    /** A mailed code or token as it is kept: {@code tries} are those left. */
    public record Code(String hash, Instant expiresAt, int tries) {}

    /** Whether a mailed code is asked for besides the password, and since when it is so. */
    @Schema(examples = """
            {"enabled": true, "changedAt": "2026-03-10T16:15:50.123Z"}""")
    public record SecondFactor(
            boolean enabled,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Instant changedAt) {}

    /** A membership promised to whoever created the account, until community-service has it. */
    public record JoinDue(String communityId, int accessLevel, Instant at) {}

    /** Why an account is shut, and by whom. */
    public record Disabled(Instant at, String by, String reason) {}

    public Uni<AccountDocument> register(Tx tx) {
        return tx.insert(accounts(), this, new AccountRegistered(id, userId, username));
    }

    /** Before its address is verified an account is whoever registers last; empty where it is verified, or a community's. */
    public static Uni<@Nullable AccountDocument> replaceUnverified(Tx tx, AccountDocument again) {
        return tx.change(accounts(), eq("emailKey", again.emailKey))
                .when(and(exists("verifiedAt", false), exists("madeBy", false)))
                .by(combine(
                        set("username", again.username),
                        set("usernameKey", again.usernameKey),
                        set("firstName", again.firstName),
                        set("lastName", again.lastName),
                        set("displayName", again.displayName),
                        set("passwordHash", again.passwordHash),
                        set("code", again.code),
                        set("mailDue", again.mailDue)))
                .withoutEvent();
    }

    /** The owner of an address claims the account that a community made for it; its names stay what they are. */
    public static Uni<@Nullable AccountDocument> claim(Tx tx, AccountDocument by) {
        return tx.change(accounts(), eq("emailKey", by.emailKey))
                .when(and(exists("verifiedAt", false), exists("madeBy")))
                .by(combine(set("passwordHash", by.passwordHash), set("code", by.code), set("mailDue", by.mailDue)))
                .withoutEvent();
    }

    public static Uni<@Nullable AccountDocument> notice(Tx tx, String emailKey, PendingMail notice) {
        return tx.change(accounts(), eq("emailKey", emailKey))
                .when(OutgoingMailDocument.cooled(notice.letter(), notice.notBefore()))
                .by(OutgoingMailDocument.owing(notice, notice.notBefore()))
                .withoutEvent();
    }

    /** Empty where the code was used, or replaced, or tried too often in the meantime. */
    public static Uni<@Nullable AccountDocument> verify(Tx tx, AccountDocument account, String codeHash, Instant now) {
        return tx.change(accounts(), eq("_id", account.id))
                .when(and(eq("code.hash", codeHash), gt("code.expiresAt", now), gt("code.tries", 0)))
                .by(combine(set("verifiedAt", now), unset("code")))
                .emitting(new AccountVerified(account.id, account.userId));
    }

    /** Counts before it compares: however many guess at once, five of them are heard. */
    public static Uni<Void> countWrongTry(String emailKey, String codeHash) {
        return accounts()
                .updateOne(
                        and(
                                eq("emailKey", emailKey),
                                eq("deleted", false),
                                ne("code.hash", codeHash),
                                gt("code.tries", 0)),
                        inc("code.tries", -1))
                .replaceWithVoid();
    }

    public static Uni<@Nullable AccountDocument> byEmail(Tx tx, String emailKey) {
        return tx.find(accounts(), eq("emailKey", emailKey));
    }

    public static Uni<@Nullable AccountDocument> byUsername(Tx tx, String usernameKey) {
        return tx.find(accounts(), eq("usernameKey", usernameKey));
    }

    public static Uni<@Nullable AccountDocument> byId(Tx tx, String id) {
        return tx.find(accounts(), eq("_id", id));
    }

    /** The same password under other parameters; changes nothing where it was changed in the meantime. */
    public static Uni<Void> rehash(String id, String before, String after) {
        return accounts()
                .updateOne(and(eq("_id", id), eq("passwordHash", before)), set("passwordHash", after))
                .replaceWithVoid();
    }

    /** Ends every session in the write that gives a reason to, but for one where there is one to keep. */
    public static Bson endingSessions(@Nullable String kept) {
        return combine(inc("sessionGeneration", 1L), kept == null ? unset("keptSession") : set("keptSession", kept));
    }

    /** Whoever keeps a session holds this against it, else a call under way would keep one of an account that was shut. */
    public static Bson isOpen() {
        return exists("disabled", false);
    }

    public static Uni<Void> loggedIn(String id, Instant now) {
        return accounts().updateOne(eq("_id", id), set("lastLogin", now)).replaceWithVoid();
    }

    public static Uni<Void> joined(String id) {
        return accounts().updateOne(eq("_id", id), unset("joinDue")).replaceWithVoid();
    }

    public static Uni<Void> owedSince(String id, Instant at) {
        return accounts()
                .updateOne(and(eq("_id", id), exists("joinDue")), set("joinDue.at", at))
                .replaceWithVoid();
    }

    public static Uni<List<AccountDocument>> joinsDue(Instant before) {
        return accounts()
                .find(lt("joinDue.at", before))
                .select()
                .first(100)
                .collect()
                .asList();
    }

    public static Uni<Void> buildIndexes() {
        return unique("usernameKey", USERNAME_INDEX)
                .chain(() -> unique("emailKey", EMAIL_INDEX))
                .chain(() -> accounts()
                        .createIndex(
                                ascending("joinDue.at"),
                                new IndexOptions().partialFilterExpression(exists("joinDue.at"))))
                .chain(OutgoingMailDocument::buildIndexes);
    }

    private static Uni<String> unique(String field, String name) {
        return accounts()
                .createIndex(
                        ascending(field),
                        new IndexOptions().name(name).unique(true).partialFilterExpression(eq("deleted", false)));
    }

    private static ReactiveMongoCollection<AccountDocument> accounts() {
        return mongoCollection();
    }
}
