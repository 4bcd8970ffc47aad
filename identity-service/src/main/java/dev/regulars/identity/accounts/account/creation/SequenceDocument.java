package dev.regulars.identity.accounts.account.creation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;

/** Numbers accounts per installation. A number that is not used is lost; in a transaction it would serialize all of them. */
@MongoEntity(collection = "numbers")
public class SequenceDocument extends ReactivePanacheMongoEntityBase {

    private static final FindOneAndUpdateOptions COUNTED =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    @BsonId
    public String of;

    public long last;

    public static Uni<Long> next() {
        return numbers()
                .ofAllCommunities()
                .findOneAndUpdate(eq("_id", "accounts"), inc("last", 1L), COUNTED)
                .map(number -> number.last);
    }

    private static TenantCollection.All<SequenceDocument> numbers() {
        return TenantCollection.all(mongoCollection());
    }
}
