package dev.regulars.eventing.note;

import dev.regulars.eventing.DuplicateKey;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;

/** A mark for one event; the event's id is the key, so a repeat finds it taken. */
@MongoEntity(collection = "marks")
public class MarkDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String eventId;

    public String noteId;

    public static Uni<Void> make(String eventId, String noteId) {
        var mark = new MarkDocument();
        mark.eventId = eventId;
        mark.noteId = noteId;
        return mark.persist().onFailure(DuplicateKey::is).recoverWithNull().replaceWithVoid();
    }

    public static long on(String noteId) {
        return count("noteId", noteId).await().indefinitely();
    }
}
