package dev.regulars.identity;

import static com.mongodb.client.model.Filters.eq;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What the database holds, to be looked at, and to be put as a crash or the passing of time would have left it. */
@Singleton
public class StoredDocuments {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReactiveMongoClient mongo;

    StoredDocuments(ReactiveMongoClient mongo) {
        this.mongo = mongo;
    }

    public Document account(String name) {
        return collection("accounts")
                .find(eq("username", name))
                .collect()
                .first()
                .await()
                .atMost(PATIENCE);
    }

    public void change(String name, Bson change) {
        var unused = collection("accounts")
                .updateOne(eq("username", name), change)
                .await()
                .atMost(PATIENCE);
    }

    public long count(String collection, Bson which) {
        return collection(collection).countDocuments(which).await().atMost(PATIENCE);
    }

    public ReactiveMongoCollection<Document> collection(String name) {
        return mongo.getDatabase("identity").getCollection(name);
    }
}
