package dev.regulars.bench.writer;

import dev.regulars.eventing.outbox.Tx;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** A note; the stored document is the same with and without its event. */
@MongoEntity(collection = "notes")
public class NoteDocument extends ReactivePanacheMongoEntityBase {

    private static final String COMMUNITY = "bench";

    @BsonId
    public String id = new ObjectId().toHexString();

    public String communityId = COMMUNITY;
    public String author;
    public String text;
    public Instant writtenAt = Instant.now();

    static NoteDocument of(NewNote note) {
        var document = new NoteDocument();
        document.author = note.author();
        document.text = note.text();
        return document;
    }

    Uni<NoteDocument> write(Tx tx) {
        return tx.insert(notes(), this);
    }

    Uni<NoteDocument> writeWithEvent(Tx tx) {
        return tx.insert(notes(), this, new NoteWritten(communityId, id, author, writtenAt));
    }

    private static ReactiveMongoCollection<NoteDocument> notes() {
        return mongoCollection();
    }
}
