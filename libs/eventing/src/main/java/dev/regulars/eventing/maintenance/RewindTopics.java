package dev.regulars.eventing.maintenance;

import java.time.Duration;
import java.time.Instant;

/**
 * After a backup was restored: takes the topics that this service writes back to the moment of the backup. Arguments: that
 * moment, and how far consumers may have been behind then (an hour by default).
 */
public final class RewindTopics {

    private RewindTopics() {}

    public static void main(String[] args) throws Exception {
        Instant until = Instant.parse(args[0]);
        Duration behind = args.length > 1 ? Duration.parse(args[1]) : Duration.ofHours(1);
        StoppedService service = StoppedService.load();
        for (String topic : service.topics()) {
            int kept = new TopicRewind(service.kafka(), topic).rewind(until.minus(behind), until);
            System.out.printf("%s: %s is made anew with %d records before %s%n", service.name(), topic, kept, until);
        }
    }
}
