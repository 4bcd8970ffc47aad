package dev.regulars.eventing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;

/** Which state of a document: {@code n} counts its events, and a restored backup raises {@code epoch}, so that it wins. */
public record Version(long epoch, long n) implements Comparable<Version> {

    private static final Comparator<Version> AGE = comparingLong(Version::epoch).thenComparingLong(Version::n);

    /** Holds where {@code field} keeps no version yet, or an older one than this. */
    public Bson newerThan(String field) {
        return or(
                exists(field, false),
                lt(field + ".epoch", epoch),
                and(eq(field + ".epoch", epoch), lt(field + ".n", n)));
    }

    public static Version of(BsonDocument document) {
        return new Version(
                document.getNumber("epoch").longValue(), document.getNumber("n").longValue());
    }

    public BsonDocument toBson() {
        return new BsonDocument("epoch", new BsonInt64(epoch)).append("n", new BsonInt64(n));
    }

    public Version minus(long events) {
        return new Version(epoch, n - events);
    }

    @Override
    public int compareTo(Version other) {
        return AGE.compare(this, other);
    }
}
