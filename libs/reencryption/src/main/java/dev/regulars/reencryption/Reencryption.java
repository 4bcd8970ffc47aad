package dev.regulars.reencryption;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import dev.regulars.crypto.MasterKey;
import dev.regulars.reencryption.Encrypted.Place;
import io.quarkus.logging.Log;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonMinKey;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings what is encrypted under further master keys under the one of now. What is done is not found again, so a run that
 * was broken off is simply begun anew; a text that changes under our hands is left as its writer wrote it.
 */
@ApplicationScoped
public class Reencryption {

    /**
     * What a run did.
     *
     * @param unreadable texts of keys that are not known here: nobody can read them
     */
    public record Outcome(long renewed, long unreadable) {

        static final Outcome NOTHING = new Outcome(0, 0);

        Outcome and(Outcome other) {
            return new Outcome(renewed + other.renewed, unreadable + other.unreadable);
        }
    }

    private static final int BATCH = 100;

    private final ReactiveMongoDatabase database;
    private final MasterKey master;
    private final Instance<Encrypted> declared;

    Reencryption(
            ReactiveMongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            MasterKey master,
            @Any Instance<Encrypted> declared) {
        this.database = mongo.getDatabase(database);
        this.master = master;
        this.declared = declared;
    }

    public Uni<Outcome> run() {
        return Multi.createFrom()
                .iterable(declared)
                .onItem()
                .transformToIterable(Encrypted::places)
                .onItem()
                .transformToUniAndConcatenate(place -> from(place, new BsonMinKey()))
                .collect()
                .in(() -> new Outcome[] {Outcome.NOTHING}, (all, one) -> all[0] = all[0].and(one))
                .map(all -> all[0]);
    }

    private Uni<Outcome> from(Place place, BsonValue last) {
        Bson others = and(gt("_id", last), exists(place.path()), hasOther(place));
        return documents(place)
                .find(others, new FindOptions().sort(ascending("_id")).limit(BATCH))
                .collect()
                .asList()
                .chain(batch -> batch.isEmpty()
                        ? Uni.createFrom().item(Outcome.NOTHING)
                        : renewAll(place, batch)
                                .chain(done -> from(place, id(batch.getLast())).map(done::and)));
    }

    private Bson hasOther(Place place) {
        Bson other = not(regex(place.isInList() ? place.inList() : place.path(), "^" + Pattern.quote(master.mark())));
        return place.isInList() ? elemMatch(place.list(), and(exists(place.inList()), other)) : other;
    }

    private Uni<Outcome> renewAll(Place place, List<BsonDocument> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToMultiAndConcatenate(document -> Multi.createFrom()
                        .items(texts(place, document).filter(text -> !text.startsWith(master.mark())))
                        .onItem()
                        .transformToUniAndConcatenate(text -> renew(place, document, text)))
                .collect()
                .in(() -> new Outcome[] {Outcome.NOTHING}, (all, one) -> all[0] = all[0].and(one))
                .map(all -> all[0]);
    }

    private Uni<Outcome> renew(Place place, BsonDocument document, String text) {
        BsonValue id = id(document);
        String plain;
        try {
            plain = master.decrypt(text);
        } catch (IllegalStateException e) {
            Log.errorf("%s of %s in %s cannot be read by any key", place.member(), id, place.collection());
            return Uni.createFrom().item(new Outcome(0, 1));
        }
        String renewed = master.encrypt(plain);
        Bson derived = derived(place, document, plain);
        var update = place.isInList()
                ? documents(place)
                        .updateOne(
                                eq("_id", id),
                                combine(set(place.list() + ".$[one]." + place.inList(), renewed), derived),
                                new UpdateOptions().arrayFilters(List.of(eq("one." + place.inList(), text))))
                : documents(place)
                        .updateOne(
                                and(eq("_id", id), eq(place.path(), text)),
                                combine(set(place.path(), renewed), derived));
        return update.map(result -> new Outcome(result.getModifiedCount(), 0));
    }

    private static Bson derived(Place place, BsonDocument document, String plain) {
        Map<String, String> members =
                place.derived().of(member -> document.getString(member).getValue(), plain);
        return combine(members.entrySet().stream()
                .map(member -> set(member.getKey(), member.getValue()))
                .toList());
    }

    private static BsonValue id(BsonDocument document) {
        return requireNonNull(document.get("_id"));
    }

    private static Stream<String> texts(Place place, BsonDocument document) {
        return place.isInList()
                ? document.getArray(place.list()).stream().flatMap(one -> text(one.asDocument(), place.inList()))
                : text(document, place.path());
    }

    private static Stream<String> text(BsonDocument in, String path) {
        BsonValue at = in;
        for (String name : path.split("\\.", -1)) {
            at = at != null && at.isDocument() ? at.asDocument().get(name) : null;
        }
        return Stream.ofNullable(at).filter(BsonValue::isString).map(text -> text.asString()
                .getValue());
    }

    private ReactiveMongoCollection<BsonDocument> documents(Place place) {
        return database.getCollection(place.collection(), BsonDocument.class);
    }
}
