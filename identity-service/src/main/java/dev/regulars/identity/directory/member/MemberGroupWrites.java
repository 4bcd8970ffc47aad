package dev.regulars.identity.directory.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.identity.directory.member.MemberDocument.JOINED;
import static dev.regulars.identity.directory.member.MemberDocument.id;
import static dev.regulars.identity.directory.member.MemberDocument.members;

import dev.regulars.eventing.outbox.DocumentChange;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.events.identity.IdentityEvent.MemberTagged;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Changes of many members' entries in one transaction: all are locked, then read, then written. */
public final class MemberGroupWrites {

    private MemberGroupWrites() {}

    /** Current members among these accounts, by account. Other writers of them wait from here on. */
    public static Uni<Map<String, MemberDocument>> lock(Tx tx, Collection<String> accountIds) {
        List<String> ids = accountIds.stream()
                .map(accountId -> id(tx.community().id(), accountId))
                .toList();
        Bson which = and(in("_id", ids), JOINED);
        return members()
                .in(tx)
                .bulk()
                .changeAlike(which, inc("fieldWrites", 1L))
                .chain(() -> members()
                        .of(tx.community())
                        .list(tx, which, ascending("_id"), 0)
                        .collect()
                        .asMap(member -> member.accountId));
    }

    public static Uni<Void> write(Tx tx, List<MemberChange> changes) {
        return members()
                .in(tx)
                .bulk()
                .change(changes.stream()
                        .filter(change -> !change.isEmpty())
                        .map(MemberGroupWrites::documentChange)
                        .toList());
    }

    private static DocumentChange documentChange(MemberChange change) {
        MemberDocument member = change.member();
        List<Bson> sets = new ArrayList<>();
        List<DomainEvent> events = new ArrayList<>(change.fieldEvents());
        if (!change.fields().isEmpty()) {
            sets.add(MemberFieldWrites.change(member, change.fields()));
        }
        if (change.profile() != null) {
            sets.addAll(sets(change.profile()));
            events.add(profiled(member, change.profile()));
        }
        if (change.tags() != null) {
            sets.add(set("tags", change.tags()));
            events.add(new MemberTagged(member.communityId, member.accountId, change.tags()));
        }
        return new DocumentChange(member.id, combine(sets), events);
    }

    private static List<Bson> sets(ProfileChange profile) {
        List<Bson> sets = new ArrayList<>();
        add(sets, "firstName", profile.firstName());
        add(sets, "lastName", profile.lastName());
        add(sets, "nickname", profile.nickname());
        add(sets, "language", profile.language());
        return sets;
    }

    private static void add(List<Bson> sets, String field, @Nullable String value) {
        if (value != null) {
            sets.add(set(field, value));
        }
    }

    private static MemberProfiled profiled(MemberDocument member, ProfileChange change) {
        return new MemberProfiled(
                member.communityId,
                member.accountId,
                member.userId,
                member.username,
                member.email,
                change.firstName() == null ? member.firstName : change.firstName(),
                change.lastName() == null ? member.lastName : change.lastName(),
                member.displayName);
    }

    /** What a community changes of a member's profile: its own copy, never the account. Absent values stay. */
    public record ProfileChange(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String nickname,
            @Nullable String language) {}

    /**
     * What is written of one member, together with the events that tell of it.
     *
     * @param fields values by the id of the field; null removes one
     * @param fieldEvents one for each of the fields
     * @param profile absent where it stays
     * @param tags absent where they stay
     */
    public record MemberChange(
            MemberDocument member,
            Map<String, @Nullable Object> fields,
            List<MemberFieldChanged> fieldEvents,
            @Nullable ProfileChange profile,
            @Nullable List<String> tags) {

        private boolean isEmpty() {
            return fields.isEmpty() && profile == null && tags == null;
        }
    }
}
