package dev.regulars.identity.accounts.recovery;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.mail.MailTemplate;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Somebody asked for a letter to an address. Written whatever the address is, so that the time it takes tells nothing;
 * who has it is looked up later.
 */
@MongoEntity(collection = "mailRequests")
public class MailRequestDocument extends ReactivePanacheMongoEntityBase {

    private static final int AT_ONCE = 100;

    @BsonId
    public String id;

    public String emailKey;
    public MailTemplate letter;
    public Instant at;

    Uni<MailRequestDocument> ask(Tx tx) {
        return tx.insert(requests(), this);
    }

    static Uni<List<MailRequestDocument>> oldest() {
        return requests()
                .find(new FindOptions().sort(ascending("at")).limit(AT_ONCE))
                .collect()
                .asList();
    }

    static Uni<Void> decided(String id) {
        return requests().deleteOne(eq("_id", id)).replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        return requests()
                .createIndex(com.mongodb.client.model.Indexes.ascending("at"))
                .replaceWithVoid();
    }

    private static ReactiveMongoCollection<MailRequestDocument> requests() {
        return mongoCollection();
    }
}
