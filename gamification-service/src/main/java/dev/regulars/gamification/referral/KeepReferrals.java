package dev.regulars.gamification.referral;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.EventConsumer;
import dev.regulars.eventing.consumer.ReceivedEvent;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent;
import dev.regulars.events.gamification.GamificationEvent.BalanceChanged;
import dev.regulars.events.gamification.GamificationEvent.ReferralAttributed;
import dev.regulars.events.gamification.GamificationEvent.ReferralProgramChanged;
import dev.regulars.events.identity.IdentityEvent.MemberReferred;
import dev.regulars.gamification.referral.program.Programs;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Completes stages as members who were brought do something, of a batch once for each member, and as programs change. */
@ApplicationScoped
class KeepReferrals {

    private static final int AT_ONCE = 16;

    private record Member(CommunityId community, String accountId) {}

    private final EventConsumer consumer;
    private final Referrals referrals;
    private final ReferralStages stages;
    private final Programs programs;
    private final Outbox outbox;

    KeepReferrals(
            EventConsumer consumer, Referrals referrals, ReferralStages stages, Programs programs, Outbox outbox) {
        this.consumer = consumer;
        this.referrals = referrals;
        this.stages = stages;
        this.programs = programs;
        this.outbox = outbox;
    }

    void start(@Observes StartupEvent started) {
        consumer.consumeTogether(
                "referral-stages",
                Set.of(BalanceChanged.class, ReferralAttributed.class, ReferralProgramChanged.class),
                this::advance);
        consumer.consume("referred", MemberReferred.class, received -> {
            MemberReferred referred = received.event();
            return referrals.keep(referred.community(), referred.accountId(), referred.referrerId());
        });
    }

    private Uni<Void> advance(List<ReceivedEvent<GamificationEvent>> batch) {
        Tx tx = outbox.alone();
        List<CommunityId> ofChangedPrograms = batch.stream()
                .map(ReceivedEvent::event)
                .filter(ReferralProgramChanged.class::isInstance)
                .map(GamificationEvent::community)
                .distinct()
                .toList();
        ofChangedPrograms.forEach(programs::forget);
        Map<CommunityId, Set<String>> members = batch.stream()
                .flatMap(received -> member(received.event()))
                .collect(groupingBy(Member::community, mapping(Member::accountId, toSet())));
        Multi<ReferralDocument> changed = Multi.createFrom()
                .iterable(members.entrySet())
                .onItem()
                .transformToMultiAndConcatenate(one -> among(tx, one.getKey(), one.getValue()));
        Multi<ReferralDocument> ofPrograms = Multi.createFrom()
                .iterable(ofChangedPrograms)
                .onItem()
                .transformToMultiAndConcatenate(community -> ReferralDocument.list(tx, community));
        return Multi.createBy()
                .concatenating()
                .streams(changed, ofPrograms)
                .onItem()
                .transformToUni(referral -> stages.advance(tx, referral))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Where there is no program, nobody completes a stage of one. */
    private Multi<ReferralDocument> among(Tx tx, CommunityId community, Set<String> accountIds) {
        return programs.of(community)
                .onItem()
                .transformToMulti(all ->
                        all.isEmpty() ? Multi.createFrom().empty() : ReferralDocument.among(tx, community, accountIds));
    }

    private static Stream<Member> member(GamificationEvent event) {
        return switch (event) {
            case BalanceChanged changed -> Stream.of(new Member(changed.community(), changed.accountId()));
            case ReferralAttributed attributed -> Stream.of(new Member(attributed.community(), attributed.accountId()));
            default -> Stream.empty();
        };
    }
}
