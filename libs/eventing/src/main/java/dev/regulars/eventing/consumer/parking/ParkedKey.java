package dev.regulars.eventing.consumer.parking;

import static java.util.Objects.requireNonNull;

import org.bson.BsonDocument;

/**
 * A key that waits for another try, in the hands of one replica.
 *
 * @param id of its document
 * @param parkings how often records were parked under it; another number says that there are more since
 * @param tries that failed
 */
record ParkedKey(String id, String key, long parkings, int tries) {

    static ParkedKey of(BsonDocument document) {
        return new ParkedKey(
                requireNonNull(document.getString("_id")).getValue(),
                document.getString("key").getValue(),
                document.getNumber("parkings").longValue(),
                document.getNumber("tries").intValue());
    }
}
