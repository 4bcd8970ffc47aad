package dev.regulars.identity.directory.member;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.IdentityEvent.AccountProfiled;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.directory.community.Membership;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What the directory keeps of other services and of accounts, each source under its own versions. */
@ApplicationScoped
public class MemberProjection {

    private static final int MOST_TAGS = 50;

    private final Accounts accounts;
    private final Outbox outbox;

    MemberProjection(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    public Uni<Void> joined(CommunityId community, String accountId, Version version, Instant joinedAt) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.joined(community, accountId, version, joinedAt));
    }

    public Uni<Void> left(CommunityId community, String accountId, Version version, Instant joinedAt, Instant leftAt) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.left(outbox.alone(), community, accountId, version, joinedAt, leftAt));
    }

    public Uni<Void> roles(CommunityId community, String accountId, Version version, List<String> roleIds) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.roles(community, accountId, version, roleIds));
    }

    public Uni<Void> access(CommunityId community, String accountId, Version version, int level) {
        return ensureEntry(community, accountId).chain(() -> MemberWrites.access(community, accountId, version, level));
    }

    public Uni<Void> present(CommunityId community, String accountId, Version version, boolean isOnline) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.present(community, accountId, version, isOnline));
    }

    /** @param until the last day on which they still count, unless the member comes again */
    public Uni<Void> loginStreak(CommunityId community, String accountId, Version version, long count, String until) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.loginStreak(community, accountId, version, count, until));
    }

    /** Adds a tag that a rule gives; one who has it, or as many as there may be, keeps those. */
    public Uni<Void> addTag(CommunityId community, String accountId, String tag) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberDocument.find(outbox.alone(), community, accountId))
                .chain(member -> member == null
                                || member.tags().contains(tag)
                                || member.tags().size() >= MOST_TAGS
                        ? Uni.createFrom().voidItem()
                        : MemberWrites.addTag(outbox.alone(), member, tag)
                                .onItem()
                                .ifNull()
                                .failWith(() -> new IllegalStateException("tags changed in between; to be repeated"))
                                .replaceWithVoid());
    }

    /** The owner of an account changed its profile: every community that has the account shows it. */
    public Uni<Void> profiled(AccountProfiled change, Version version) {
        return MemberDocument.ofAccount(outbox.alone(), change.accountId())
                .onItem()
                .transformToMulti(entries -> Multi.createFrom().iterable(entries))
                .onItem()
                .transformToUniAndConcatenate(entry -> MemberWrites.profiled(outbox.alone(), entry, change, version))
                .collect()
                .last();
    }

    public Uni<Void> loggedIn(String accountId, Instant at) {
        return MemberWrites.loggedIn(accountId, at);
    }

    public Uni<Void> transferred(CommunityId community, String previousOwnerId, String ownerId, Version version) {
        return owned(community, ownerId, version)
                .chain(() -> MemberWrites.owned(community, previousOwnerId, version, false))
                .chain(() -> MemberWrites.callerChanged(outbox.alone(), community, previousOwnerId))
                .chain(() -> MemberWrites.callerChanged(outbox.alone(), community, ownerId));
    }

    public Uni<Void> owned(CommunityId community, String ownerId, Version version) {
        return ensureEntry(community, ownerId).chain(() -> MemberWrites.owned(community, ownerId, version, true));
    }

    /** Stores an answer of community-service under its versions, so that older events change nothing. */
    public Uni<Void> store(Membership membership) {
        return ensureEntry(membership.community(), membership.accountId()).chain(() -> update(membership));
    }

    /** The same with the account at hand, under the names that it has in the community: one write for a new member. */
    public Uni<Void> store(Membership membership, Account account) {
        return MemberWrites.insert(outbox.alone(), membership.community(), account, membership)
                .chain(isNew -> isNew ? Uni.createFrom().voidItem() : update(membership));
    }

    private Uni<Void> update(Membership seen) {
        CommunityId community = seen.community();
        String account = seen.accountId();
        return MemberWrites.owned(community, account, seen.server(), seen.owner())
                .chain(() -> MemberWrites.access(community, seen))
                .chain(() -> roles(seen))
                .chain(() -> {
                    if (seen.membership() == null || seen.joinedAt() == null) {
                        return Uni.createFrom().voidItem();
                    }
                    return seen.leftAt() == null
                            ? MemberWrites.joined(community, account, seen.membership(), seen.joinedAt())
                            : MemberWrites.left(
                                    outbox.alone(),
                                    community,
                                    account,
                                    seen.membership(),
                                    seen.joinedAt(),
                                    seen.leftAt());
                });
    }

    private static Uni<Void> roles(Membership seen) {
        return seen.membership() == null || seen.roleIds() == null
                ? Uni.createFrom().voidItem()
                : MemberWrites.roles(seen.community(), seen.accountId(), seen.membership(), seen.roleIds());
    }

    /** Makes an entry for an account under the names that a community has for it; one that exists stays as it is. */
    public Uni<Void> introduce(CommunityId community, Account account) {
        return MemberWrites.insert(outbox.alone(), community, account, null).replaceWithVoid();
    }

    /** An account that no longer exists gets no entry and blocks nothing. */
    public Uni<Void> ensureEntry(CommunityId community, String accountId) {
        return MemberDocument.find(outbox.alone(), community, accountId)
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : accounts.find(accountId)
                                .onItem()
                                .ifNotNull()
                                .transformToUni(account -> introduce(community, account)));
    }
}
