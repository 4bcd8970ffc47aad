package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.directory.member.MemberDocument.members;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a community writes of a member's profile: its own copy, never the account. */
final class MemberProfileWrites {

    private MemberProfileWrites() {}

    /** As part of a transaction: the entry is locked before its names go into the event. */
    static Uni<MemberDocument> change(Tx tx, String accountId, Directory.ProfileChange change) {
        return MemberFieldWrites.lock(tx, accountId).chain(member -> {
            List<Bson> sets = new ArrayList<>();
            add(sets, "firstName", change.firstName());
            add(sets, "lastName", change.lastName());
            add(sets, "nickname", change.nickname());
            add(sets, "language", change.language());
            return members()
                    .of(member.community())
                    .change(tx, member.id)
                    .by(combine(sets))
                    .emitting(profiled(member, change))
                    .plug(orNotFound("member", accountId));
        });
    }

    private static void add(List<Bson> sets, String field, @Nullable String value) {
        if (value != null) {
            sets.add(set(field, value));
        }
    }

    private static MemberProfiled profiled(MemberDocument member, Directory.ProfileChange change) {
        return new MemberProfiled(
                member.communityId,
                member.accountId,
                member.userId,
                member.username,
                member.email,
                change.firstName() == null ? member.firstName : change.firstName(),
                change.lastName() == null ? member.lastName : change.lastName());
    }
}
