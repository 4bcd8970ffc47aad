package dev.regulars.identity.accounts.secondfactor;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument.SecondFactor;
import dev.regulars.identity.accounts.mail.MailedCodes.IssuedCode;
import dev.regulars.identity.accounts.mail.OutgoingMailDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An account, as far as it takes a second factor. */
@MongoEntity(collection = "accounts")
public class SecondFactorDocument extends ReactivePanacheMongoEntityBase {

    private static final String CODE = "factorCode";
    private static final String ENABLED = "secondFactor.enabled";

    @BsonId
    public String id;

    public String emailKey;
    public @Nullable SecondFactor secondFactor;

    boolean isEnabled() {
        return secondFactor != null && secondFactor.enabled();
    }

    static Uni<@Nullable SecondFactorDocument> find(Tx tx, String id) {
        return tx.find(accounts(), eq("_id", id));
    }

    /** Empty where it is so already. */
    static Uni<@Nullable SecondFactorDocument> turn(Tx tx, String id, boolean on, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(on ? ne(ENABLED, true) : eq(ENABLED, true))
                .by(combine(set("secondFactor", new SecondFactor(on, now)), unset(CODE)))
                .withoutEvent();
    }

    /** Empty where a code that is still good was mailed within the minute before. */
    static Uni<@Nullable SecondFactorDocument> owe(Tx tx, String id, IssuedCode code, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(or(
                        exists(CODE, false),
                        OutgoingMailDocument.cooled(code.mail().letter(), now)))
                .by(combine(set(CODE, code.code()), OutgoingMailDocument.owing(code.mail(), now)))
                .withoutEvent();
    }

    /** Counts before it compares: however many guess at once, five of them are heard. */
    static Uni<Void> countWrongTry(String id, String codeHash) {
        return accounts()
                .updateOne(
                        and(eq("_id", id), ne(CODE + ".hash", codeHash), gt(CODE + ".tries", 0)),
                        inc(CODE + ".tries", -1))
                .replaceWithVoid();
    }

    /** Empty where the code is wrong, or used, or over, or was tried too often. */
    static Uni<@Nullable SecondFactorDocument> use(Tx tx, String id, String codeHash, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(and(eq(CODE + ".hash", codeHash), gt(CODE + ".expiresAt", now), gt(CODE + ".tries", 0)))
                .by(unset(CODE))
                .withoutEvent();
    }

    private static ReactiveMongoCollection<SecondFactorDocument> accounts() {
        return mongoCollection();
    }
}
