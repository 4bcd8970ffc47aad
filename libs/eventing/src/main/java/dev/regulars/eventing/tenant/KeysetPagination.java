package dev.regulars.eventing.tenant;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.Secrets;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.page.PageRequest.Style;
import dev.regulars.web.refusal.Refusal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/**
 * Lists go on behind the last document that was answered: its values of the fields that the list is ordered by are the cursor.
 *
 * @param query names what is listed, the community included: the cursor of another list is refused
 */
record KeysetPagination(BsonDocument order, String query, CodecRegistry codecs) {

    private static final String ID = "_id";
    private static final String QUERY = "?";
    private static final int LENGTH_OF_QUERY = 16;
    private static final Set<BsonType> SCALARS = Set.of(
            BsonType.STRING,
            BsonType.DATE_TIME,
            BsonType.INT32,
            BsonType.INT64,
            BsonType.DOUBLE,
            BsonType.DECIMAL128,
            BsonType.BOOLEAN,
            BsonType.OBJECT_ID);

    static KeysetPagination of(Bson order, Bson which, CodecRegistry codecs) {
        BsonDocument whole = order.toBsonDocument(BsonDocument.class, codecs).clone();
        whole.putIfAbsent(ID, new BsonInt32(1));
        String query = which.toBsonDocument(BsonDocument.class, codecs).toJson();
        return new KeysetPagination(whole, Secrets.hash(query).substring(0, LENGTH_OF_QUERY), codecs);
    }

    /** Larger in the first field, or equal there and larger in the second, and so on. */
    Bson after(String cursor) {
        BsonDocument last = read(cursor);
        List<Bson> ways = new ArrayList<>();
        List<Bson> equal = new ArrayList<>();
        order.forEach((field, direction) -> {
            BsonValue value = last.get(field);
            Bson behind = direction.asNumber().intValue() > 0 ? gt(field, value) : lt(field, value);
            List<Bson> way = new ArrayList<>(equal);
            way.add(behind);
            ways.add(and(way));
            equal.add(eq(field, value));
        });
        return or(ways);
    }

    /** @param found one more than asked for, where there are more */
    <D> Page<D> page(List<D> found, PageRequest page, @Nullable Long total) {
        boolean more = found.size() > page.limit();
        List<D> items = more ? found.subList(0, page.limit()) : found;
        String cursor = more && page.style() == Style.CURSOR ? cursor(items.getLast()) : null;
        return new Page<>(List.copyOf(items), page, total, cursor);
    }

    private <D> String cursor(D document) {
        BsonDocument whole = BsonDocumentWrapper.asBsonDocument(document, codecs);
        var place = new BsonDocument(QUERY, new BsonString(query));
        order.keySet().forEach(field -> place.append(field, whole.get(field, BsonNull.VALUE)));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.toJson().getBytes(UTF_8));
    }

    /** A cursor comes from the outside: only plain values of the very fields are taken. */
    private BsonDocument read(String cursor) {
        try {
            var place = BsonDocument.parse(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
            if (new BsonString(query).equals(place.remove(QUERY))
                    && place.keySet().equals(order.keySet())
                    && place.values().stream().allMatch(value -> SCALARS.contains(value.getBsonType()))) {
                return place;
            }
        } catch (IllegalArgumentException | JsonParseException | BsonInvalidOperationException unreadable) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refusal invalid() {
        return Refusal.invalid("cursor", "is not one of this list");
    }
}
