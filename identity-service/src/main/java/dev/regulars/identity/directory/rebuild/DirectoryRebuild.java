package dev.regulars.identity.directory.rebuild;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.community.Membership;
import dev.regulars.identity.directory.member.MemberProjection;
import dev.regulars.identity.directory.member.Sources.Balances;
import dev.regulars.identity.directory.rebuild.BalanceClient.ExportedBalances;
import dev.regulars.identity.directory.rebuild.RebuildResource.Rebuilt;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parts of the directory that other services own again, from their exports, while events go on: each part under the version
 * that its owner has, so that newer events win and older ones change nothing afterwards. What the directory itself owns stays.
 */
@ApplicationScoped
class DirectoryRebuild {

    private static final List<String> OF_MEMBERSHIPS = List.of("membership", "roles", "access");
    private static final int AT_ONCE = 8;

    private final CommunityClient communities;
    private final BalanceClient balances;
    private final MemberProjection members;
    private final Outbox outbox;

    DirectoryRebuild(CommunityClient communities, BalanceClient balances, MemberProjection members, Outbox outbox) {
        this.communities = communities;
        this.balances = balances;
        this.members = members;
        this.outbox = outbox;
    }

    Uni<Rebuilt> rebuild(CommunityId community) {
        return memberships(community, null, 0)
                .chain(stored -> balances(community, null, 0).map(counted -> new Rebuilt(stored, counted)));
    }

    private Uni<Integer> memberships(CommunityId community, @Nullable String after, int done) {
        return communities
                .export(community, after)
                .plug(orNotFound("community", community.id()))
                .chain(part -> each(part.memberships(), this::store).chain(() -> {
                    int all = done + part.memberships().size();
                    return part.next() == null ? Uni.createFrom().item(all) : memberships(community, part.next(), all);
                }));
    }

    private Uni<Void> store(Membership membership) {
        var version = membership.membership();
        return version == null
                ? members.store(membership)
                : each(
                                OF_MEMBERSHIPS,
                                source -> RebuildWrites.distrust(
                                        outbox.alone(),
                                        membership.community(),
                                        membership.accountId(),
                                        source,
                                        version))
                        .chain(() -> RebuildWrites.distrust(
                                outbox.alone(),
                                membership.community(),
                                membership.accountId(),
                                "ownership",
                                membership.server()))
                        .chain(() -> members.store(membership));
    }

    private Uni<Integer> balances(CommunityId community, @Nullable String after, int done) {
        return balances.export(community, after)
                .plug(orNotFound("community", community.id()))
                .chain(part -> each(part.balances(), one -> store(community, one))
                        .chain(() -> {
                            int all = done + part.balances().size();
                            return part.next() == null
                                    ? Uni.createFrom().item(all)
                                    : balances(community, part.next(), all);
                        }));
    }

    private Uni<Void> store(CommunityId community, ExportedBalances one) {
        var stored = Balances.of(one.version(), one.balances(), one.day(), one.xpEarnedToday(), one.coinsEarnedToday());
        return members.ensureEntry(community, one.accountId())
                .chain(() ->
                        RebuildWrites.distrust(outbox.alone(), community, one.accountId(), "balances", one.version()))
                .chain(() -> RebuildWrites.balances(outbox.alone(), community, one.accountId(), stored));
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(work::apply)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
