package dev.regulars.webhook.delivery;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.regulars.eventing.EncodedBson;
import dev.regulars.webhook.delivery.DeliveryWrites.Attempt;
import java.time.Instant;
import java.util.List;
import org.bson.BsonWriter;

/**
 * How an attempt and its outcome are recorded. Written by hand, since there is one for each call: builders make and merge a
 * document for each field.
 */
final class AttemptWrites {

    private static final int ATTEMPTS_KEPT = 20;

    private AttemptWrites() {}

    static WriteModel<DeliveryDocument> record(Attempt attempt) {
        return new UpdateOneModel<>(
                EncodedBson.of(which -> writeHeld(which, attempt)),
                EncodedBson.of(change -> writeChange(change, attempt)));
    }

    /** Still open, and under no newer lease. */
    private static void writeHeld(BsonWriter which, Attempt attempt) {
        which.writeString("_id", attempt.id());
        which.writeString(DeliveryDocument.STATE, DeliveryState.OPEN.name());
        which.writeStartDocument("fence");
        which.writeInt64("$lte", attempt.fence());
        which.writeEndDocument();
    }

    private static void writeChange(BsonWriter change, Attempt attempt) {
        change.writeStartDocument("$set");
        writeOutcome(change, attempt);
        change.writeEndDocument();
        change.writeStartDocument("$inc");
        change.writeInt32("attempts", 1);
        change.writeEndDocument();
        LoggedAttempt log = attempt.log();
        if (log != null) {
            change.writeStartDocument("$push");
            writeLog(change, log);
            change.writeEndDocument();
        }
    }

    private static void writeOutcome(BsonWriter set, Attempt attempt) {
        AttemptOutcome outcome = attempt.outcome();
        set.writeString(DeliveryDocument.STATE, outcome.state().name());
        set.writeString("reason", outcome.reason());
        if (outcome.status() == null) {
            set.writeNull("lastStatus");
        } else {
            set.writeInt32("lastStatus", outcome.status());
        }
        if (outcome.nextAttemptAt() == null) {
            set.writeNull("nextAttemptAt");
        } else {
            set.writeDateTime("nextAttemptAt", outcome.nextAttemptAt().toEpochMilli());
        }
        set.writeInt64("fence", attempt.fence());
        if (outcome.state() != DeliveryState.OPEN) {
            Instant now = Instant.now();
            set.writeDateTime("closedAt", now.toEpochMilli());
            set.writeDateTime(
                    "bodyExpiresAt", now.plus(DeliveryWrites.BODY_KEPT).toEpochMilli());
        }
    }

    private static void writeLog(BsonWriter push, LoggedAttempt attempt) {
        push.writeStartDocument("log");
        push.writeStartArray("$each");
        writeAttempt(push, attempt);
        push.writeEndArray();
        push.writeInt32("$slice", -ATTEMPTS_KEPT);
        push.writeEndDocument();
    }

    /** As the driver reads the record. */
    private static void writeAttempt(BsonWriter log, LoggedAttempt attempt) {
        log.writeStartDocument();
        log.writeDateTime("at", attempt.at().toEpochMilli());
        log.writeInt64("ms", attempt.ms());
        log.writeString("url", attempt.url());
        writeLines(log, "requestHeaders", attempt.requestHeaders());
        if (attempt.responseStatus() != null) {
            log.writeInt32("responseStatus", attempt.responseStatus());
        }
        writeLines(log, "responseHeaders", attempt.responseHeaders());
        if (attempt.responseBody() != null) {
            log.writeString("responseBody", attempt.responseBody());
        }
        log.writeString("reason", attempt.reason());
        log.writeEndDocument();
    }

    private static void writeLines(BsonWriter log, String name, List<String> lines) {
        log.writeStartArray(name);
        lines.forEach(log::writeString);
        log.writeEndArray();
    }
}
