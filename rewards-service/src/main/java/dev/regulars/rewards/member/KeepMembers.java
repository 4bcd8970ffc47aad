package dev.regulars.rewards.member;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Keeps roles and suspensions of members up to date with community-service. */
@ApplicationScoped
class KeepMembers {

    private final EventConsumer consumer;
    private final Clock clock;

    KeepMembers(EventConsumer consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether("members", CommunityEvent.class, this::keep);
    }

    private Uni<Void> keep(List<ReceivedEvent<CommunityEvent>> batch) {
        Instant now = clock.instant();
        List<ProjectionChange> members =
                batch.stream().flatMap(KeepMembers::change).toList();
        List<RoleDeleted> deleted = batch.stream()
                .map(ReceivedEvent::event)
                .filter(RoleDeleted.class::isInstance)
                .map(RoleDeleted.class::cast)
                .toList();
        return MemberDocument.keep(members, now).chain(() -> DeletedRoleDocument.keep(deleted, now));
    }

    private static Stream<ProjectionChange> change(ReceivedEvent<CommunityEvent> received) {
        Version source = received.version();
        return switch (received.event()) {
            case MemberRolesChanged one ->
                Stream.of(MemberDocument.roles(one.community(), one.accountId(), one.roleIds(), source));
            case MemberSuspended one ->
                Stream.of(MemberDocument.suspension(one.community(), one.accountId(), one.until(), source));
            default -> Stream.empty();
        };
    }
}
