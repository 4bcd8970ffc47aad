package dev.regulars.eventing.once;

import static com.mongodb.client.model.Filters.eq;
import static dev.regulars.eventing.EventingError.KEY_OF_ANOTHER_CALL;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.reactivestreams.client.ClientSession;
import dev.regulars.crypto.Secrets;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The calls that were done under a key, with what was answered. */
@ApplicationScoped
class Requests {

    private final ReactiveMongoCollection<Document> requests;
    private final ObjectMapper json;
    private final Clock clock;

    Requests(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            ObjectMapper json,
            Clock clock) {
        this.requests = mongo.getDatabase(database).getCollection("requests");
        this.json = json;
        this.clock = clock;
    }

    /** The first answer, if this call was done before; refuses the key of a call with another body. */
    <T> Uni<@Nullable T> find(Call call, Class<T> type) {
        return requests.find(eq("_id", call.id()))
                .collect()
                .first()
                .map(row -> row == null ? null : answer(call, row, type));
    }

    Uni<Void> add(ClientSession session, Call call, Object answer) {
        var row = new Document("_id", call.id())
                .append("communityId", call.communityId())
                .append("bodyHash", hash(call))
                .append("answer", write(answer))
                .append("at", clock.instant());
        return requests.insertOne(session, row).replaceWithVoid();
    }

    private <T> T answer(Call call, Document row, Class<T> type) {
        if (!hash(call).equals(row.getString("bodyHash"))) {
            throw KEY_OF_ANOTHER_CALL.because(call.operation());
        }
        try {
            return json.readValue(row.getString("answer"), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }

    private String hash(Call call) {
        return Secrets.hash(write(call.body()));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON", e);
        }
    }
}
