package dev.regulars.identity.accounts.recovery;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.identity.accounts.mail.MailTemplate;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A request for a mail to an address. Written whatever the address is, so that the time it takes tells nothing; the account
 * is looked up later.
 */
@MongoEntity(collection = "mailRequests")
public class MailRequestDocument extends ReactivePanacheMongoEntityBase {

    private static final int BATCH = 100;

    @BsonId
    public String id;

    public String emailKey;
    public MailTemplate template;
    /** When it was asked for. */
    public Instant at;
    /** When it is decided; later than it was asked for where a decision failed. */
    public @Nullable Instant due;

    Uni<MailRequestDocument> insert(Tx tx) {
        due = at;
        return tx.insert(requests(), this);
    }

    /** The oldest first. */
    static Uni<List<MailRequestDocument>> due(Instant now) {
        return requests()
                .find(lte("due", now), new FindOptions().sort(ascending("due")).limit(BATCH))
                .collect()
                .asList();
    }

    static Uni<Void> postpone(String id, Instant until) {
        return requests().updateOne(eq("_id", id), set("due", until)).replaceWithVoid();
    }

    static Uni<Void> remove(String id) {
        return requests().deleteOne(eq("_id", id)).replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        return requests().createIndex(Indexes.ascending("due")).replaceWithVoid();
    }

    private static ReactiveMongoCollection<MailRequestDocument> requests() {
        return collection().ofAllCommunities();
    }

    private static TenantCollection.All<MailRequestDocument> collection() {
        return TenantCollection.all(mongoCollection());
    }
}
