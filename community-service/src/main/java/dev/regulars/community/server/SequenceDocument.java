package dev.regulars.community.server;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.regulars.eventing.tenant.TenantCollection;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;

/** Counts what has a number per installation. A number drawn in vain is lost; a transaction would make it a bottleneck. */
@MongoEntity(collection = "numbers")
public class SequenceDocument extends ReactivePanacheMongoEntityBase {

    private static final FindOneAndUpdateOptions COUNTED =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    @BsonId
    public String of;

    public long last;

    static Uni<Long> next(String of) {
        return numbers()
                .ofAllCommunities()
                .findOneAndUpdate(eq("_id", of), inc("last", 1L), COUNTED)
                .map(number -> number.last);
    }

    private static TenantCollection.All<SequenceDocument> numbers() {
        return TenantCollection.all(mongoCollection());
    }
}
