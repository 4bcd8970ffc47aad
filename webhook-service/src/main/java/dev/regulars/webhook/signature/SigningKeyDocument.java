package dev.regulars.webhook.signature;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;

/** The key pair that signs for the whole installation, made once. */
@MongoEntity(collection = "signingKeys")
public class SigningKeyDocument extends ReactivePanacheMongoEntityBase {

    private static final String ONLY = "ed25519";
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    @BsonId
    public String id;

    public String keyId;
    /** PKCS#8 in base64, encrypted under the master key. */
    public String privateKey;
    /** {@code x} of the JWK. */
    public String publicKey;

    /** The pair that was stored first, whoever stored it. */
    static Uni<SigningKeyDocument> firstOf(String keyId, String privateKey, String publicKey) {
        return keys().ofAllCommunities()
                .findOneAndUpdate(
                        eq("_id", ONLY),
                        combine(
                                setOnInsert("keyId", keyId),
                                setOnInsert("privateKey", privateKey),
                                setOnInsert("publicKey", publicKey)),
                        UPSERT)
                .onFailure(DuplicateKey::is)
                .retry()
                .atMost(2);
    }

    private static TenantCollection.All<SigningKeyDocument> keys() {
        return TenantCollection.all(mongoCollection());
    }
}
