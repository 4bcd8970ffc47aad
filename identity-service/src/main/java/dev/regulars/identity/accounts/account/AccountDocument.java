package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static dev.regulars.identity.accounts.account.PasswordWrites.isValidReset;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.accounts.mail.MailedCode;
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
import org.jspecify.annotations.Nullable;

/**
 * A person's account. Global: the one kind of document here that belongs to no community. This is the only schema of the
 * collection; writes are grouped by concern in the {@code …Writes} beside it, and each group names the fields that it owns.
 */
@MongoEntity(collection = "accounts")
public class AccountDocument extends ReactivePanacheMongoEntityBase {

    public static final String USERNAME_INDEX = "username_of_the_living";
    public static final String EMAIL_INDEX = "email_of_the_living";

    // RegistrationWrites
    @BsonId
    public String id;

    public String userId;
    public String username;
    public String usernameKey;
    /** As its owner spelled it; mail goes to {@link #emailKey}. */
    public String email;

    public String emailKey;
    public @Nullable Instant verifiedAt;
    /** Requests for this account whose address is not verified yet. */
    public List<Registration> registrations = new ArrayList<>();
    /** Whether the address was registered more than once: then none of the passwords counts. */
    public boolean registeredAgain;
    /** The code that confirms an account made by a community. */
    public @Nullable MailedCode code;

    public @Nullable Provisioner madeBy;
    public Instant createdAt;

    // PasswordWrites
    /** Absent before the address is verified, unless a community made the account with a password. */
    public @Nullable String passwordHash;
    /** Of a mailed token that sets a new password. */
    public @Nullable MailedCode reset;

    // ProfileWrites; the first value of the names and the language comes with the registration
    public String firstName;
    public String lastName;
    public String displayName;
    /** English name of a language; English where it is absent. */
    public @Nullable String language;

    public @Nullable String nickname;
    public @Nullable String statusText;
    public int utcOffset;

    // SessionWrites
    public @Nullable Instant lastLogin;
    /** Sessions of another generation have ended, except for the one kept. */
    public long sessionGeneration;

    public @Nullable String keptSession;

    // SecondFactorWrites
    public @Nullable SecondFactor secondFactor;
    public @Nullable MailedCode factorCode;

    // StatusWrites
    /** Absent while the account is enabled. */
    public @Nullable Disabled disabled;

    // JoinWrites
    /** The membership that community-service does not have yet. */
    public @Nullable JoinDue joinDue;

    // MailWrites
    public List<PendingMail> mailDue = new ArrayList<>();
    /** When the next mail that anybody can ask for may leave. */
    public @Nullable MailGate mailGate;
    /** When the next mail about an account link may leave. */
    public @Nullable Instant linkMailNotBefore;

    /** A membership promised to the creator of the account. */
    public record JoinDue(String communityId, int accessLevel, Instant at) {}

    /** Why an account is disabled, and by whom. */
    public record Disabled(Instant at, String by, String reason) {}

    /** @param mailId the mail that closed the gate: it may pass again where its replica died */
    public record MailGate(Instant until, String mailId) {}

    public boolean hasVerifiedAddress() {
        return verifiedAt != null;
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

    /** Empty for a token that is wrong, used or expired. */
    public static Uni<@Nullable AccountDocument> byResetToken(Tx tx, String tokenHash, Instant now) {
        return tx.find(accounts(), isValidReset(tokenHash, now));
    }

    public static Uni<Void> buildIndexes() {
        return unique("usernameKey", USERNAME_INDEX)
                .chain(() -> unique("emailKey", EMAIL_INDEX))
                .chain(() -> sparse("joinDue.at"))
                .chain(() -> sparse("mailDue.notBefore"))
                .chain(() -> sparse("reset.hash"));
    }

    private static Uni<Void> unique(String field, String name) {
        return accounts()
                .createIndex(
                        ascending(field),
                        new IndexOptions().name(name).unique(true).partialFilterExpression(eq("deleted", false)))
                .replaceWithVoid();
    }

    private static Uni<Void> sparse(String field) {
        return accounts()
                .createIndex(ascending(field), new IndexOptions().partialFilterExpression(exists(field)))
                .replaceWithVoid();
    }

    /** For every write that must lose against a disabled account. */
    static Bson isEnabled() {
        return exists("disabled", false);
    }

    static ReactiveMongoCollection<AccountDocument> accounts() {
        return collection().ofAllCommunities();
    }

    private static TenantCollection.All<AccountDocument> collection() {
        return TenantCollection.all(mongoCollection());
    }
}
