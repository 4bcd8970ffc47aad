package dev.regulars.eventing.maintenance;

import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Clock;

/**
 * After a backup was restored: makes the documents of this service newer than everything that other services, gateways and
 * partners saw of them after the backup was taken.
 */
public final class RaiseEpochs {

    private RaiseEpochs() {}

    public static void main(String[] args) {
        StoppedService service = StoppedService.load();
        try (MongoClient mongo = service.mongo()) {
            long raised = new Epochs(mongo.getDatabase(service.database()), service)
                    .raise(Clock.systemUTC().millis());
            System.out.printf("%s: epochs of %d documents raised%n", service.name(), raised);
        }
    }
}
