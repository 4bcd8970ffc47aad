package dev.regulars.identity.accounts.recovery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.mail.OutgoingMailDocument.cooled;
import static dev.regulars.identity.accounts.mail.OutgoingMailDocument.owing;

import com.mongodb.client.model.IndexOptions;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.mail.MailedCodes.IssuedCode;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An account, as far as it concerns whoever has lost the way into it. */
@MongoEntity(collection = "accounts")
public class RecoveryDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public String userId;
    public String emailKey;
    public @Nullable Instant verifiedAt;

    /** Empty for an address that is unknown, or verified, or was mailed a code within the minute before. */
    static Uni<@Nullable RecoveryDocument> oweCode(Tx tx, String emailKey, IssuedCode code, Instant asked) {
        return tx.change(accounts(), eq("emailKey", emailKey))
                .when(and(exists("verifiedAt", false), cooled(code.mail().letter(), asked)))
                .by(combine(set("code", code.code()), owing(code.mail(), asked)))
                .withoutEvent();
    }

    /** Empty for an address that is unknown, or was mailed a token within the minute before. */
    static Uni<@Nullable RecoveryDocument> oweReset(Tx tx, String emailKey, IssuedCode token, Instant asked) {
        return tx.change(accounts(), eq("emailKey", emailKey))
                .when(cooled(token.mail().letter(), asked))
                .by(combine(set("reset", token.code()), owing(token.mail(), asked)))
                .withoutEvent();
    }

    /** Empty for a token that is wrong, or used, or over. */
    static Uni<@Nullable RecoveryDocument> byToken(Tx tx, String tokenHash, Instant now) {
        return tx.find(accounts(), good(tokenHash, now));
    }

    /**
     * Empty where the token was used in the meantime. Whoever has the token reads the address, which is thereby verified where it
     * was not.
     */
    Uni<@Nullable RecoveryDocument> reset(Tx tx, String tokenHash, String passwordHash, Instant now) {
        Bson anew = combine(set("passwordHash", passwordHash), unset("reset"), AccountDocument.endingSessions(null));
        var account = tx.change(accounts(), eq("_id", id));
        return verifiedAt == null
                ? account.when(and(good(tokenHash, now), exists("verifiedAt", false)))
                        .by(combine(anew, set("verifiedAt", now), unset("code")))
                        .emitting(new AccountVerified(id, userId))
                : account.when(good(tokenHash, now)).by(anew).emitting(changed(id));
    }

    /** Empty where the password is not the one any more that was shown. */
    static Uni<@Nullable RecoveryDocument> change(Tx tx, String id, String before, String after, String session) {
        return tx.change(accounts(), eq("_id", id))
                .when(and(eq("passwordHash", before), AccountDocument.isOpen()))
                .by(combine(set("passwordHash", after), unset("reset"), AccountDocument.endingSessions(session)))
                .emitting(changed(id));
    }

    static Uni<Void> buildIndexes() {
        return accounts()
                .createIndex(ascending("reset.hash"), new IndexOptions().partialFilterExpression(exists("reset.hash")))
                .replaceWithVoid();
    }

    private static Bson good(String tokenHash, Instant now) {
        return and(eq("reset.hash", tokenHash), gt("reset.expiresAt", now));
    }

    private static CallerChanged changed(String id) {
        return new CallerChanged(Scope.ACCOUNT, id, null);
    }

    private static ReactiveMongoCollection<RecoveryDocument> accounts() {
        return mongoCollection();
    }
}
