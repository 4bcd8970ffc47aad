package dev.regulars.eventing.note;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;

import dev.regulars.eventing.note.NoteEvent.LineAdded;
import dev.regulars.eventing.note.NoteEvent.NoteRemoved;
import dev.regulars.eventing.note.NoteEvent.NoteWritten;
import dev.regulars.eventing.outbox.DocumentChange;
import dev.regulars.eventing.outbox.NewDocument;
import dev.regulars.eventing.outbox.Tx;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A note with lines, no two alike. */
@MongoEntity(collection = "notes")
public class NoteDocument extends ReactivePanacheMongoEntityBase {

    public static final String COMMUNITY = "c";

    @BsonId
    public String id;

    public String communityId;
    public String author;
    public int glances;
    public List<String> lines = new ArrayList<>();

    public static NoteDocument by(String author) {
        var note = new NoteDocument();
        note.id = UUID.randomUUID().toString();
        note.communityId = COMMUNITY;
        note.author = author;
        return note;
    }

    /** The Kafka key of all that happens to a note. */
    public static String key(String id) {
        return COMMUNITY + ":" + id;
    }

    public Uni<NoteDocument> write(Tx tx) {
        return tx.insert(notes(), this, new NoteWritten(communityId, id));
    }

    /** All of them or none, with their events apart. */
    public static Uni<Void> writeAll(Tx tx, List<NewDocument<NoteDocument>> notes) {
        return tx.bulk(notes()).insertEmittingTogether(notes);
    }

    public static Uni<@Nullable NoteDocument> find(Tx tx, String id) {
        return tx.find(notes(), note(id));
    }

    /** Empty when the note is gone or has this line already. */
    public static Uni<@Nullable NoteDocument> add(Tx tx, String id, String line) {
        return tx.change(notes(), note(id))
                .when(ne("lines", line))
                .by(addToSet("lines", line))
                .emitting(new LineAdded(COMMUNITY, id, line));
    }

    /** Tells more than the note keeps. */
    public static Uni<@Nullable NoteDocument> exclaim(Tx tx, String id, String line) {
        return tx.change(notes(), note(id)).emitting(new LineAdded(COMMUNITY, id, line));
    }

    /** Adds a line to many notes in one command. */
    public static Uni<Void> addToAll(Tx tx, List<String> ids, String line) {
        return tx.bulk(notes())
                .change(ids.stream()
                        .map(id -> new DocumentChange(
                                id, addToSet("lines", line), List.of(new LineAdded(COMMUNITY, id, line))))
                        .toList());
    }

    /** Two events of one write. */
    public static Uni<@Nullable NoteDocument> addBoth(Tx tx, String id, String line, String other) {
        return tx.change(notes(), note(id))
                .by(addEachToSet("lines", List.of(line, other)))
                .emitting(new LineAdded(COMMUNITY, id, line), new LineAdded(COMMUNITY, id, other));
    }

    /** Says yes and no in turn: to a line that is there, and to one that is not. */
    public static Uni<@Nullable NoteDocument> flip(Tx tx, String id, boolean on) {
        return tx.change(notes(), note(id))
                .when(on ? ne("lines", "on") : eq("lines", "on"))
                .by(on ? addToSet("lines", "on") : pull("lines", "on"))
                .emitting(new LineAdded(COMMUNITY, id, "on " + on));
    }

    public static Uni<@Nullable NoteDocument> glance(Tx tx, String id) {
        return tx.change(notes(), note(id)).by(inc("glances", 1)).withoutEvent();
    }

    public static Uni<@Nullable NoteDocument> remove(Tx tx, String id) {
        return tx.change(notes(), note(id)).deletingAndEmitting(new NoteRemoved(COMMUNITY, id));
    }

    /** Goes without a word of its own. */
    public static Uni<@Nullable NoteDocument> takeAway(Tx tx, String id) {
        return tx.change(notes(), note(id)).removing();
    }

    private static Bson note(String id) {
        return and(eq("_id", id), eq("communityId", COMMUNITY));
    }

    private static ReactiveMongoCollection<NoteDocument> notes() {
        return mongoCollection();
    }
}
