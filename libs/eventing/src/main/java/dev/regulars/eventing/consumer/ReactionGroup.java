package dev.regulars.eventing.consumer;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.parking.Parking;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The reactions that read a topic as one group: its records are fetched, decoded and committed once for all of them. Each reaction
 * has its own parked keys, and the next records come when all are done with these.
 */
final class ReactionGroup {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private record Member(String name, Reaction<?> reaction, boolean together, Parking parking) {}

    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final StalledPartitions stalls;

    ReactionGroup(StalledPartitions stalls) {
        this.stalls = stalls;
    }

    /** @param together whether the reaction is to a whole batch at once, as long as none of it fails */
    void add(String name, Reaction<?> reaction, boolean together, Parking parking) {
        members.add(new Member(name, reaction, together, parking));
    }

    /** Succeeds once every record has its effects or is stored, and never fails. */
    CompletableFuture<Void> work(List<ConsumerRecord<String, String>> records) {
        List<IncomingRecord> incoming =
                records.stream().map(IncomingRecord::new).toList();
        return Uni.join()
                .all(members.stream().map(member -> work(member, incoming)).toList())
                .andCollectFailures()
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    /** Goes on with what is left of the batch until nothing is. */
    private Uni<Void> work(Member member, List<IncomingRecord> records) {
        var batch = new Batch(member.reaction(), member.together(), member.parking(), records);
        Set<String> partitions = records.stream()
                .map(IncomingRecord::record)
                .map(record -> new TopicPartition(record.topic(), record.partition()))
                .distinct()
                .map(partition -> member.name() + " at " + partition)
                .collect(toSet());
        return Uni.createFrom()
                .deferred(batch::attempt)
                .onFailure()
                .invoke(failure -> {
                    Log.warnf(failure, "Records of %s wait", partitions);
                    partitions.forEach(partition -> stalls.begin(partition, failure));
                })
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.5)
                .indefinitely()
                .eventually(() -> partitions.forEach(stalls::end));
    }
}
