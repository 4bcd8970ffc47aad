package dev.regulars.messaging.log;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Which life of the topic counts: Kafka's offsets begin anew in each, places in a channel must not. */
@MongoEntity(collection = "topicEpochs")
public class EpochDocument extends ReactivePanacheMongoEntityBase {

    private static final String ONLY = "messaging.events";

    @BsonId
    public String id;

    public String topicId;
    public long epoch;

    static Uni<@Nullable EpochDocument> find(Tx tx) {
        return tx.find(epochs().ofAllCommunities(), eq("_id", ONLY));
    }

    /** Empty where another replica was first. */
    static Uni<@Nullable EpochDocument> begin(Tx tx, String topicId) {
        var first = new EpochDocument();
        first.id = ONLY;
        first.topicId = topicId;
        first.epoch = 1;
        return tx.insert(epochs().ofAllCommunities(), first)
                .onFailure(DuplicateKey::is)
                .recoverWithNull();
    }

    /** Empty where another replica was first. */
    Uni<@Nullable EpochDocument> raise(Tx tx, String topicId) {
        return tx.change(epochs().ofAllCommunities(), eq("_id", ONLY))
                .when(eq("epoch", epoch))
                .by(combine(inc("epoch", 1L), set("topicId", topicId)))
                .withoutEvent();
    }

    private static TenantCollection.All<EpochDocument> epochs() {
        return TenantCollection.all(mongoCollection());
    }
}
