package dev.regulars.media.storage;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The storage that the operator chose. */
class MediaStorageProducer {

    @Produces
    @Singleton
    MediaStorage storage(
            S3Config config,
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        return config.s3()
                .<MediaStorage>map(s3 -> new S3Storage(s3, service))
                .orElseGet(() -> new GridFsStorage(mongo, database));
    }
}
