package dev.regulars.media.storage;

import com.mongodb.MongoGridFSException;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import dev.regulars.eventing.worker.Poller;
import io.quarkus.arc.DefaultBean;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.bson.BsonString;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Keeps the bytes beside the documents, so that a service needs no second store and a backup has both. */
@Singleton
@DefaultBean
class GridFsStorage implements MediaStorage {

    private static final String BUCKET = "media";

    private final GridFSBucket bucket;

    GridFsStorage(ReactiveMongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.bucket = GridFSBuckets.create(mongo.unwrap().getDatabase(database), BUCKET);
    }

    @Override
    public Uni<Void> put(String key, Buffer content) {
        Publisher<ByteBuffer> bytes =
                AdaptersToReactiveStreams.publisher(Multi.createFrom().item(ByteBuffer.wrap(content.getBytes())));
        return one(bucket.uploadFromPublisher(new BsonString(key), key, bytes));
    }

    @Override
    public Uni<@Nullable Buffer> get(String key) {
        Executor here = Poller.thisContext();
        return Multi.createFrom()
                .publisher(AdaptersToFlow.publisher(bucket.downloadToPublisher(new BsonString(key))))
                .collect()
                .in(Buffer::buffer, GridFsStorage::append)
                .onFailure(MongoGridFSException.class)
                .recoverWithNull() // no such file
                .emitOn(here);
    }

    @Override
    public Uni<Void> delete(String key) {
        return one(bucket.delete(new BsonString(key)))
                .onFailure(MongoGridFSException.class)
                .recoverWithNull();
    }

    private static Uni<Void> one(Publisher<Void> step) {
        Executor here = Poller.thisContext();
        return Uni.createFrom().publisher(AdaptersToFlow.publisher(step)).emitOn(here);
    }

    private static void append(Buffer all, ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        all.appendBytes(bytes);
    }
}
