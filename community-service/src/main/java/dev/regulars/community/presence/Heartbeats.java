package dev.regulars.community.presence;

import dev.regulars.eventing.worker.Poller;
import dev.regulars.events.CommunityId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects heartbeats: one bulk write a second for all of them, and one write a minute for each member. What a replica that dies had
 * not written is at most a minute of a session.
 */
@ApplicationScoped
class Heartbeats {

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    /** Whose heartbeats are collected. */
    private record Member(CommunityId community, String accountId) {}

    /** What is known here of a member: the newest heartbeat, and the last one that was written. */
    private record Seen(Instant newest, Instant written) {

        boolean isDue(Instant now) {
            return newest.isAfter(written) && !written.plus(BETWEEN_WRITES).isAfter(now);
        }

        boolean isOver(Instant now) {
            return !newest.isAfter(written)
                    && written.plus(BETWEEN_WRITES.multipliedBy(2)).isBefore(now);
        }
    }

    private final Clock clock;
    private final Poller poller;
    private final ConcurrentHashMap<Member, Seen> members = new ConcurrentHashMap<>();

    Heartbeats(Vertx vertx, Clock clock) {
        this.clock = clock;
        this.poller = Poller.every(vertx, ROUND, "Heartbeats", this::write);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    void add(CommunityId community, String accountId) {
        Instant now = clock.instant();
        var unused = members.merge(
                new Member(community, accountId),
                new Seen(now, Instant.EPOCH),
                (known, first) -> new Seen(now, known.written()));
    }

    private Uni<Void> write() {
        Instant now = clock.instant();
        members.values().removeIf(seen -> seen.isOver(now));
        List<Heartbeat> due = new ArrayList<>();
        members.forEach((member, seen) -> {
            if (seen.isDue(now)) {
                due.add(new Heartbeat(member.community(), member.accountId(), seen.newest()));
            }
        });
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : PresenceDocument.see(due).invoke(() -> due.forEach(heartbeat -> written(heartbeat)));
    }

    private void written(Heartbeat heartbeat) {
        var unused = members.computeIfPresent(
                new Member(heartbeat.community(), heartbeat.accountId()),
                (member, seen) -> new Seen(seen.newest(), heartbeat.at()));
    }
}
