package dev.regulars.identity.signing;

import static com.mongodb.client.model.Sorts.ascending;

import dev.regulars.eventing.Taken;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A key pair that signs tokens, the same for all replicas. The private half is encrypted under the master key. */
@MongoEntity(collection = "signingKeys")
public class SigningKeyDocument extends ReactivePanacheMongoEntityBase {

    private static final String FIRST = "1";

    /** The generation: replicas that start together agree on the first one by it. */
    @BsonId
    public String id;

    public String encryptedJwk;
    public Instant createdAt;

    static Uni<List<SigningKeyDocument>> all() {
        return keys().find(new FindOptions().sort(ascending("createdAt")))
                .collect()
                .asList();
    }

    /** Of replicas that start together only one wins; the others read its key. */
    static Uni<Void> insertFirst(String encryptedJwk, Instant now) {
        var key = new SigningKeyDocument();
        key.id = FIRST;
        key.encryptedJwk = encryptedJwk;
        key.createdAt = now;
        return keys().insertOne(key).onFailure(Taken::by).recoverWithNull().replaceWithVoid();
    }

    private static ReactiveMongoCollection<SigningKeyDocument> keys() {
        return mongoCollection();
    }
}
