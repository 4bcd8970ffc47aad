package dev.regulars.gamification.member;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps membership and roles up to date with community-service, tags and profiles with identity-service. */
@ApplicationScoped
class KeepMemberships {

    private final EventConsumer consumer;
    private final Clock clock;

    KeepMemberships(EventConsumer consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether(
                "members",
                Set.of(
                        MemberJoined.class,
                        MemberRestored.class,
                        MemberLeft.class,
                        MemberRolesChanged.class,
                        RoleDeleted.class),
                this::keep);
        consumer.consumeTogether("member-tags", MemberTagged.class, this::keepTags);
        consumer.consumeTogether("member-profiles", MemberProfiled.class, this::keepProfiles);
    }

    private Uni<Void> keep(List<ReceivedEvent<CommunityEvent>> batch) {
        Instant now = clock.instant();
        List<ProjectionChange> members =
                batch.stream().flatMap(received -> change(received, now)).toList();
        List<RoleDeleted> deleted = batch.stream()
                .map(ReceivedEvent::event)
                .filter(RoleDeleted.class::isInstance)
                .map(RoleDeleted.class::cast)
                .toList();
        return MembershipDocument.keep(members, now).chain(() -> DeletedRoleDocument.keep(deleted, now));
    }

    private static Stream<ProjectionChange> change(ReceivedEvent<CommunityEvent> received, Instant now) {
        Version source = received.version();
        return switch (received.event()) {
            case MemberJoined one ->
                Stream.of(MembershipDocument.membership(one.community(), one.accountId(), false, source, now));
            case MemberRestored one ->
                Stream.of(MembershipDocument.membership(one.community(), one.accountId(), false, source, now));
            case MemberLeft one ->
                Stream.of(MembershipDocument.membership(one.community(), one.accountId(), true, source, now));
            case MemberRolesChanged one ->
                Stream.of(MembershipDocument.roles(one.community(), one.accountId(), one.roleIds(), source, now));
            default -> Stream.empty();
        };
    }

    private Uni<Void> keepTags(List<ReceivedEvent<MemberTagged>> batch) {
        Instant now = clock.instant();
        return MembershipDocument.keep(
                batch.stream().map(received -> tags(received, now)).toList(), now);
    }

    private static ProjectionChange tags(ReceivedEvent<MemberTagged> received, Instant now) {
        MemberTagged one = received.event();
        return MembershipDocument.tags(one.community(), one.accountId(), one.tags(), received.version(), now);
    }

    private Uni<Void> keepProfiles(List<ReceivedEvent<MemberProfiled>> batch) {
        return MembershipDocument.keep(
                batch.stream().map(KeepMemberships::profile).toList(), clock.instant());
    }

    private static ProjectionChange profile(ReceivedEvent<MemberProfiled> received) {
        MemberProfiled one = received.event();
        return MembershipDocument.profile(one.community(), one.accountId(), MemberProfile.of(one), received.version());
    }
}
