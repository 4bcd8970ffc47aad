package dev.regulars.identity.directory.member;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.caller.Level;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of communities: one entry per community and account. */
@ApplicationScoped
public class Directory {

    private final Outbox outbox;

    Directory(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A current member, by decimal id, {@code _id} or e-mail address. */
    public Uni<MemberDocument> member(CommunityId community, String idOrEmail) {
        return MemberNameDocument.joined(outbox.alone(), community, idOrEmail)
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

    /** The account of a current or former member, by decimal id, {@code _id}, e-mail address or username. */
    public Uni<String> accountOf(CommunityId community, String user) {
        return MemberNameDocument.named(outbox.alone(), community, user)
                .plug(orNotFound("member", "by that name"))
                .map(member -> member.accountId);
    }

    /** Current and former members by what names them; who is unknown is left out. */
    public Uni<Map<String, MemberDocument>> people(CommunityId community, PersonKey by, Collection<String> names) {
        List<UserReference> references =
                names.stream().map(name -> UserReference.of(by, name)).toList();
        return MemberNameDocument.named(outbox.alone(), community, references).map(found -> {
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

    public static Uni<Void> buildIndexes() {
        return MemberIndexDocument.build().chain(MemberFieldWrites::buildIndexes);
    }
}
