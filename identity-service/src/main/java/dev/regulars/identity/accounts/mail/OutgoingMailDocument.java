package dev.regulars.identity.accounts.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** An account, as far as it is owed mails. */
@MongoEntity(collection = "accounts")
public class OutgoingMailDocument extends ReactivePanacheMongoEntityBase {

    private static final Duration COOL_DOWN = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    @BsonId
    public String id;

    public String email;
    /** English name of its owner's language; English where it is absent. */
    public @Nullable String language;

    public List<PendingMail> mailDue = new ArrayList<>();

    static Uni<List<OutgoingMailDocument>> due(Instant now) {
        return accounts()
                .find(lt("mailDue.notBefore", now))
                .select()
                .first(AT_ONCE)
                .collect()
                .asList();
    }

    /** False where another replica has this mail in hand. */
    static Uni<Boolean> takeInHand(String id, PendingMail mail, Instant now, Instant until) {
        Bson mine = and(eq("_id", id), elemMatch("mailDue", and(eq("id", mail.id()), lt("notBefore", now))));
        return accounts()
                .updateOne(mine, set("mailDue.$.notBefore", until))
                .map(result -> result.getModifiedCount() == 1);
    }

    static Uni<Void> postpone(String id, PendingMail mail, Instant until) {
        return accounts()
                .updateOne(and(eq("_id", id), eq("mailDue.id", mail.id())), set("mailDue.$.notBefore", until))
                .replaceWithVoid();
    }

    static Uni<Void> mailed(String id, PendingMail mail) {
        return accounts()
                .updateOne(eq("_id", id), pull("mailDue", eq("id", mail.id())))
                .replaceWithVoid();
    }

    /** Changes nothing where this mail is owed already. */
    static Uni<Void> owe(String id, PendingMail mail) {
        return accounts()
                .updateOne(and(eq("_id", id), eq("deleted", false), ne("mailDue.id", mail.id())), push("mailDue", mail))
                .replaceWithVoid();
    }

    /** Holds where nobody asked for such a letter in the minute before; true of one moment once only. */
    public static Bson cooled(MailTemplate letter, Instant asked) {
        String last = "askedAt." + letter;
        return or(exists(last, false), lte(last, asked.minus(COOL_DOWN)));
    }

    /** Owes the account a mail, asked for at a moment that {@link #cooled} is then held against. */
    public static Bson owing(PendingMail mail, Instant asked) {
        return combine(push("mailDue", mail), set("askedAt." + mail.letter(), asked));
    }

    public static Uni<Void> buildIndexes() {
        return accounts()
                .createIndex(
                        ascending("mailDue.notBefore"),
                        new IndexOptions().partialFilterExpression(exists("mailDue.notBefore")))
                .replaceWithVoid();
    }

    private static ReactiveMongoCollection<OutgoingMailDocument> accounts() {
        return mongoCollection();
    }
}
