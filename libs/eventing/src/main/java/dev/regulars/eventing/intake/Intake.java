package dev.regulars.eventing.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How a consumer takes a record: {@code return intake.take("points", record, this::award)}. What cannot be read goes to the dead
 * letters (the channel's failure strategy does that with any failure it sees); every other failure is tried again without
 * end while the partition waits, since to skip a record is to lose it.
 */
@ApplicationScoped
public class Intake {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ObjectMapper json;
    private final Stalls stalls;

    Intake(ObjectMapper json, Stalls stalls) {
        this.json = json;
        this.stalls = stalls;
    }

    public Uni<Void> take(
            String consumer, ConsumerRecord<String, String> record, Function<Received, Uni<Void>> reaction) {
        String partition = consumer + " at " + record.topic() + "-" + record.partition();
        return Uni.createFrom()
                .deferred(() -> reaction.apply(Received.of(record, json)))
                .onFailure(Intake::mayPass)
                .invoke(failure -> {
                    Log.warnf(failure, "Record %d of %s waits", record.offset(), partition);
                    stalls.begin(partition, failure);
                })
                .onFailure(Intake::mayPass)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .indefinitely()
                .eventually(() -> stalls.end(partition));
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof Received.Unreadable);
    }
}
