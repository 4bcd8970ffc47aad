package dev.regulars.eventing.maintenance;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import mutiny.zero.flow.adapters.AdaptersToFlow;

/** The epochs in the documents of one service. */
record Epochs(MongoDatabase database, StoppedService service) {

    private static final Duration PATIENCE = Duration.ofHours(12);

    /** Returns how many documents have it now and had an older one. May be repeated. */
    long raise(long epoch) {
        long raised = 0;
        for (String collection : service.versioned()) {
            raised += raise(collection, "version.epoch", epoch);
        }
        for (String field : service.epochs()) {
            String[] parts = field.split("\\.", 2);
            raised += raise(parts[0], parts[1], epoch);
        }
        return raised;
    }

    private long raise(String collection, String field, long epoch) {
        String asked = field.replace(".$[]", ""); // of each element of an array
        var update = database.getCollection(collection).updateMany(lt(asked, epoch), set(field, epoch));
        UpdateResult result = Uni.createFrom()
                .publisher(AdaptersToFlow.publisher(update))
                .await()
                .atMost(PATIENCE);
        return result.getModifiedCount();
    }
}
