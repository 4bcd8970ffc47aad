package dev.regulars.eventing.maintenance;

import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import mutiny.zero.flow.adapters.AdaptersToFlow;

/** {@code make migrate}: runs the migrations of the service whose class path this is. Replicas may be running. */
public final class Migrate {

    private static final Duration PATIENCE = Duration.ofHours(24);

    private Migrate() {}

    public static void main(String[] args) {
        StoppedService service = StoppedService.load();
        List<Migration> all = ServiceLoader.load(Migrations.class).stream()
                .flatMap(found -> found.get().all().stream())
                .toList();
        try (MongoClient mongo = service.mongo()) {
            MongoDatabase database = mongo.getDatabase(service.database());
            for (Migration migration : all) {
                System.out.printf(
                        "%s: %d documents of %s have schemaVersion %d now%n",
                        service.name(), run(database, migration), migration.collection(), migration.from() + 1);
            }
        }
        System.out.printf("%s: %d migrations%n", service.name(), all.size());
    }

    static long run(MongoDatabase database, Migration migration) {
        var update =
                database.getCollection(migration.collection()).updateMany(migration.remaining(), migration.stages());
        UpdateResult result = Uni.createFrom()
                .publisher(AdaptersToFlow.publisher(update))
                .await()
                .atMost(PATIENCE);
        return result.getModifiedCount();
    }
}
