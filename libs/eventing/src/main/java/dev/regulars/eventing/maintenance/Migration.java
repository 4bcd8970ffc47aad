package dev.regulars.eventing.maintenance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * Takes the documents of a collection from one {@code schemaVersion} to the next; a document without one has version 1. It
 * runs beside replicas of both versions, which understand either form, and finds only what is left, so that it may be
 * interrupted and repeated. A service declares its migrations in a {@link Migrations}.
 *
 * @param change stages of a pipeline update, which sees the whole document
 */
public record Migration(String collection, int from, List<Bson> change) {

    Bson remaining() {
        return from == 1 ? or(exists("schemaVersion", false), eq("schemaVersion", 1)) : eq("schemaVersion", from);
    }

    List<Bson> stages() {
        List<Bson> stages = new ArrayList<>(change);
        stages.add(Aggregates.set(new Field<>("schemaVersion", from + 1)));
        return stages;
    }
}
