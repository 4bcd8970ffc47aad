package dev.regulars.identity.directory.member;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.IdentityEvent.AccountProfiled;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.directory.community.Membership;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.caller.Level;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of communities: one entry per community and account. */
@ApplicationScoped
public class Directory {

    private static final int MOST_TAGS = 50;

    /** What a community changes of a member's profile; absent values stay. */
    public record ProfileChange(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String nickname,
            @Nullable String language) {}

    private final Accounts accounts;
    private final Outbox outbox;

    Directory(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** A current member, by decimal id, {@code _id} or e-mail address. */
    public Uni<MemberDocument> member(CommunityId community, String idOrEmail) {
        return MemberDocument.joinedBy(outbox.alone(), community, idOrEmail)
                .plug(orNotFound("member", "by that id or address"));
    }

    /** Current members, in the order of their accounts. */
    public Uni<List<MemberDocument>> members(CommunityId community, PageRequest page) {
        return MemberDocument.joined(outbox.alone(), community, page);
    }

    /** What the communities of an account keep of it. */
    public Uni<List<MemberDocument>> entries(String accountId) {
        return MemberDocument.ofAccount(outbox.alone(), accountId);
    }

    public Uni<Void> tag(Tx tx, String accountId, List<String> tags) {
        return MemberWrites.tagged(tx, tx.community(), accountId.toLowerCase(Locale.ROOT), tags)
                .plug(orNotFound("member", accountId))
                .replaceWithVoid();
    }

    /** Changes the community's copy of a member's profile. */
    public Uni<Void> profile(Tx tx, String accountId, ProfileChange change) {
        return MemberProfileWrites.change(tx, accountId, change).replaceWithVoid();
    }

    /** The account of a current or former member, by decimal id, {@code _id}, e-mail address or username. */
    public Uni<String> accountOf(CommunityId community, String user) {
        return MemberDocument.named(outbox.alone(), community, user)
                .plug(orNotFound("member", "by that name"))
                .map(member -> member.accountId);
    }

    /** Current and former members by what names them; who is unknown is left out. */
    public Uni<Map<String, MemberDocument>> people(CommunityId community, PersonKey by, Collection<String> names) {
        List<UserReference> references =
                names.stream().map(name -> UserReference.of(by, name)).toList();
        return MemberDocument.named(outbox.alone(), community, references).map(found -> {
            Map<String, MemberDocument> people = new LinkedHashMap<>();
            for (String name : names) {
                MemberDocument member = UserReference.of(by, name).among(found);
                if (member != null) {
                    people.put(name, member);
                }
            }
            return people;
        });
    }

    /** Whether an account is or was a member, or is to be one. */
    public Uni<Boolean> knows(Tx tx, String accountId) {
        return MemberDocument.find(tx, tx.community(), accountId).map(member -> member != null);
    }

    /** Those of an account that have not ended. */
    public Uni<List<MemberDocument>> memberships(String accountId) {
        return MemberDocument.ofAccount(outbox.alone(), accountId)
                .map(all -> all.stream().filter(one -> level(one) != null).toList());
    }

    /** The account of a current member by the value of a custom field; empty where no member has it. */
    public Uni<@Nullable String> byFieldValue(CommunityId community, String fieldId, List<Object> values) {
        return MemberValueDocument.find(outbox.alone(), community, fieldId, values)
                .map(member -> member == null ? null : member.accountId);
    }

    /** Empty for an account that the directory has no entry for. */
    Uni<@Nullable MemberDocument> ofCredential(String communityId, String accountId) {
        return MemberDocument.ofCredential(outbox.alone(), communityId, accountId);
    }

    /** Empty for a stranger. */
    static @Nullable Level level(@Nullable MemberDocument member) {
        if (member == null) {
            return null;
        }
        if (member.ownership != null && member.ownership.owner()) {
            return Level.OWNER;
        }
        return member.membership == null || member.membership.leftAt() != null ? null : Level.MEMBER;
    }

    Uni<Void> joined(CommunityId community, String accountId, Version version, Instant joinedAt) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.joined(community, accountId, version, joinedAt));
    }

    Uni<Void> left(CommunityId community, String accountId, Version version, Instant joinedAt, Instant leftAt) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.left(outbox.alone(), community, accountId, version, joinedAt, leftAt));
    }

    Uni<Void> roles(CommunityId community, String accountId, Version version, List<String> roleIds) {
        return ensureEntry(community, accountId)
                .chain(() -> MemberWrites.roles(community, accountId, version, roleIds));
    }

    Uni<Void> access(CommunityId community, String accountId, Version version, int level) {
        return ensureEntry(community, accountId).chain(() -> MemberWrites.access(community, accountId, version, level));
    }

    Uni<Void> present(CommunityId community, String accountId, Version version, boolean isOnline) {
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
        return MemberDocument.find(outbox.alone(), community, accountId)
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
    Uni<Void> profiled(AccountProfiled change, Version version) {
        return MemberDocument.ofAccount(outbox.alone(), change.accountId())
                .onItem()
                .transformToMulti(entries -> Multi.createFrom().iterable(entries))
                .onItem()
                .transformToUniAndConcatenate(entry -> MemberWrites.profiled(outbox.alone(), entry, change, version))
                .collect()
                .last();
    }

    Uni<Void> loggedIn(String accountId, Instant at) {
        return MemberWrites.loggedIn(accountId, at);
    }

    Uni<Void> transferred(CommunityId community, String previousOwnerId, String ownerId, Version version) {
        return owned(community, ownerId, version)
                .chain(() -> MemberWrites.owned(community, previousOwnerId, version, false))
                .chain(() -> MemberWrites.callerChanged(outbox.alone(), community, previousOwnerId))
                .chain(() -> MemberWrites.callerChanged(outbox.alone(), community, ownerId));
    }

    Uni<Void> owned(CommunityId community, String ownerId, Version version) {
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

    public static Uni<Void> buildIndexes() {
        return MemberIndexDocument.build().chain(MemberFieldWrites::buildIndexes);
    }
}
