package dev.regulars.identity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The documents in the database, to be inspected, and to be put as a crash or the passing of time would have left them. */
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

    /** As if the mails of an account had been sent an hour ago. */
    public void anHourLater(String name) {
        change(name, combine(unset("mailGate"), unset("askedAt"), unset("linkMailNotBefore")));
    }

    public long count(String collection, Bson which) {
        return collection(collection).countDocuments(which).await().atMost(PATIENCE);
    }

    public ReactiveMongoCollection<Document> collection(String name) {
        return mongo.getDatabase("identity").getCollection(name);
    }
}
