package dev.regulars.identity.session;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.model.IndexOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.pojo.annotations.BsonId;

/** Somebody is logged in somewhere. The refresh token itself is the client's alone. */
@MongoEntity(collection = "sessions")
public class SessionDocument extends ReactivePanacheMongoEntityBase {

    private static final long KEPT_AFTER_THE_END = 30;

    @BsonId
    public String id;

    public String accountId;
    public String refreshHash;
    public Instant createdAt;
    public Instant expiresAt;

    Uni<Void> begin() {
        return sessions().insertOne(this).replaceWithVoid();
    }

    static Uni<Void> buildIndexes() {
        return sessions()
                .createIndex(ascending("refreshHash"), new IndexOptions().unique(true))
                .chain(() -> sessions()
                        .createIndex(
                                ascending("expiresAt"),
                                new IndexOptions().expireAfter(KEPT_AFTER_THE_END, TimeUnit.DAYS)))
                .replaceWithVoid();
    }

    private static ReactiveMongoCollection<SessionDocument> sessions() {
        return mongoCollection();
    }
}
