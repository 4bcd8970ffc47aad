package dev.regulars.identity.accounts.signing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The key pairs that sign tokens, all in one document: replicas agree on them because there is nothing else to read. */
@MongoEntity(collection = "signingKeys")
public class SigningKeysDocument extends ReactivePanacheMongoEntityBase {

    private static final String ALL = "all";

    @BsonId
    public String id;

    /** Raised by each change, so that a change based on an older one does nothing. */
    public long generation;

    public List<StoredKey> keys;

    /** A pair, its private half under the master key. */
    public record StoredKey(
            String kid,
            String encryptedJwk,
            Instant signsFrom,
            @Nullable Instant acceptedUntil) {}

    static Uni<@Nullable SigningKeysDocument> read() {
        return all().find(eq("_id", ALL)).collect().first();
    }

    /** Of replicas that start together only one wins; the others read its key. */
    static Uni<Void> insertFirst(StoredKey key) {
        var document = new SigningKeysDocument();
        document.id = ALL;
        document.keys = List.of(key);
        return all().insertOne(document)
                .onFailure(DuplicateKey::is)
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Changes nothing where they were changed since they were read. */
    Uni<Void> change(List<StoredKey> into) {
        return all().updateOne(
                        and(eq("_id", ALL), eq("generation", generation)),
                        combine(set("keys", into), inc("generation", 1L)))
                .replaceWithVoid();
    }

    private static ReactiveMongoCollection<SigningKeysDocument> all() {
        return collection().ofAllCommunities();
    }

    private static TenantCollection.All<SigningKeysDocument> collection() {
        return TenantCollection.all(mongoCollection());
    }
}
