package dev.regulars.identity.directory.member;

import static dev.regulars.identity.IdentityError.MEMBER_NOT_FOUND;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.registration.Accounts;
import dev.regulars.identity.directory.community.Membership;
import dev.regulars.identity.directory.link.Links.AcceptedLink;
import dev.regulars.web.caller.Level;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is in a community, and what they are there. */
@ApplicationScoped
public class Directory {

    private final Accounts accounts;
    private final Outbox outbox;

    Directory(Accounts accounts, Outbox outbox) {
        this.accounts = accounts;
        this.outbox = outbox;
    }

    public Uni<MemberDocument> member(String communityId, String idOrEmail) {
        return MemberDocument.joinedBy(outbox.alone(), communityId, idOrEmail)
                .onItem()
                .ifNull()
                .failWith(() -> MEMBER_NOT_FOUND.because("nobody by that id or address"));
    }

    public Uni<List<MemberDocument>> people(String communityId, List<String> accountIds) {
        return MemberDocument.all(communityId, accountIds);
    }

    Uni<Void> joined(String communityId, String accountId, Version version, Instant joinedAt) {
        return profiled(communityId, accountId)
                .chain(() -> MemberDocument.joined(communityId, accountId, version, joinedAt));
    }

    Uni<Void> left(String communityId, String accountId, Version version, Instant joinedAt, Instant leftAt) {
        return profiled(communityId, accountId)
                .chain(() -> MemberDocument.left(outbox.alone(), communityId, accountId, version, joinedAt, leftAt));
    }

    Uni<Void> owned(String communityId, String ownerId, Version version) {
        return profiled(communityId, ownerId).chain(() -> MemberDocument.owned(communityId, ownerId, version, true));
    }

    /** Keeps what community-service answered, under its versions, so that later events find their place. */
    public Uni<Void> store(Membership membership) {
        String community = membership.communityId();
        String account = membership.accountId();
        return profiled(community, account)
                .chain(() -> MemberDocument.owned(community, account, membership.server(), membership.owner()))
                .chain(() -> standing(membership));
    }

    private Uni<Void> standing(Membership seen) {
        String community = seen.communityId();
        String account = seen.accountId();
        if (seen.membership() == null || seen.joinedAt() == null) {
            return Uni.createFrom().voidItem();
        }
        return seen.leftAt() == null
                ? MemberDocument.joined(community, account, seen.membership(), seen.joinedAt())
                : MemberDocument.left(
                        outbox.alone(), community, account, seen.membership(), seen.joinedAt(), seen.leftAt());
    }

    /** Whether somebody is or was here, or is to be. */
    public Uni<Boolean> knows(Tx tx, String communityId, String accountId) {
        return MemberDocument.find(tx, communityId, accountId).map(member -> member != null);
    }

    /** Profiles an account by the names that a community has for it. */
    public Uni<Void> introduced(AcceptedLink agreed) {
        return accounts.byId(agreed.accountId())
                .map(account -> account == null
                        ? null
                        : account.called(agreed.firstName(), agreed.lastName(), agreed.displayName()))
                .chain(account -> profile(outbox.alone(), agreed.communityId(), account));
    }

    /** The account that is called so in a community, or was while it was a member: username, address or either id. */
    public Uni<String> accountOf(String communityId, String user) {
        return MemberDocument.called(communityId, user)
                .onItem()
                .ifNull()
                .failWith(() -> MEMBER_NOT_FOUND.because("nobody is called so"))
                .map(member -> member.accountId);
    }

    /** Empty for whoever the directory does not know to be there. */
    public Uni<@Nullable Level> level(String communityId, String accountId) {
        return MemberDocument.find(outbox.alone(), communityId, accountId).map(Directory::level);
    }

    private static @Nullable Level level(@Nullable MemberDocument member) {
        if (member == null) {
            return null;
        }
        if (member.ownership != null && member.ownership.owner()) {
            return Level.OWNER;
        }
        return member.membership == null || member.membership.leftAt() != null ? null : Level.MEMBER;
    }

    /** An account that is gone has nothing to be shown, and nobody waits for it. */
    private Uni<Void> profiled(String communityId, String accountId) {
        Tx tx = outbox.alone();
        return MemberDocument.find(tx, communityId, accountId)
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : accounts.byId(accountId).chain(account -> profile(tx, communityId, account)));
    }

    private static Uni<Void> profile(Tx tx, String communityId, @Nullable Account account) {
        return account == null ? Uni.createFrom().voidItem() : MemberDocument.profile(tx, communityId, account);
    }

    public static Uni<Void> buildIndexes() {
        return MemberDocument.buildIndexes();
    }
}
