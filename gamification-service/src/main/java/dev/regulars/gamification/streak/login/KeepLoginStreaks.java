package dev.regulars.gamification.streak.login;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberRestored;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.events.community.CommunityEvent.ServerChanged;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Counts days in a row with a login or visit. A visit counts in its community, a login in all communities of the account. */
@ApplicationScoped
class KeepLoginStreaks {

    private final EventConsumer consumer;
    private final Outbox outbox;
    private final Clock clock;

    KeepLoginStreaks(EventConsumer consumer, Outbox outbox, Clock clock) {
        this.consumer = consumer;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        consumer.consume(
                "login-visits",
                Set.of(
                        MemberVisited.class,
                        MemberJoined.class,
                        MemberRestored.class,
                        MemberLeft.class,
                        ServerCreated.class,
                        ServerChanged.class),
                this::keep);
        consumer.consume("logins", AccountLoggedIn.class, received -> loggedIn(received.event()));
    }

    private Uni<Void> keep(ReceivedEvent<CommunityEvent> received) {
        Tx tx = outbox.alone();
        return switch (received.event()) {
            case MemberVisited visit ->
                LoginStreakDocument.of(tx, visit.community(), visit.accountId())
                        .chain(streak -> add(streak, visit.visitedAt()));
            case MemberJoined join ->
                LoginStreakDocument.member(tx, join.community(), join.accountId(), true, received.version());
            case MemberRestored restored ->
                LoginStreakDocument.member(tx, restored.community(), restored.accountId(), true, received.version());
            case MemberLeft left ->
                LoginStreakDocument.member(tx, left.community(), left.accountId(), false, received.version());
            case ServerCreated server ->
                CommunityCalendarDocument.move(
                        tx, server.community(), server.timezone(), received.at(), received.version());
            case ServerChanged server ->
                CommunityCalendarDocument.move(
                        tx, server.community(), server.timezone(), received.at(), received.version());
            default -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> loggedIn(AccountLoggedIn login) {
        return LoginStreakDocument.ofAccount(outbox.alone(), login.accountId())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(streak -> add(streak, login.at()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> add(LoginStreakDocument streak, Instant at) {
        Tx tx = outbox.alone();
        Instant now = clock.instant();
        return CommunityCalendarDocument.of(tx, streak.communityId).chain(calendar -> {
            var known = new LoginDays(streak.runs);
            LoginDays days = known.with(at, now, calendar);
            return days.equals(known) ? Uni.createFrom().voidItem() : streak.store(tx, days, calendar, now);
        });
    }
}
