package dev.regulars.identity.directory.history;

import static dev.regulars.web.refusal.Refusal.invalid;
import static dev.regulars.web.refusal.Refusal.notFound;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDocument;
import dev.regulars.identity.directory.field.definition.FieldType;
import dev.regulars.identity.directory.field.value.FieldChange;
import dev.regulars.identity.directory.field.value.MemberFields;
import dev.regulars.identity.directory.field.value.ValueSource;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Histories of custom fields: read, and written by hand. */
@ApplicationScoped
class Histories {

    private final MemberFields values;
    private final Directory directory;

    Histories(MemberFields values, Directory directory) {
        this.values = values;
        this.directory = directory;
    }

    Uni<Page<UserFieldHistoryItem>> ofCommunity(Tx tx, PageRequest page) {
        return HistoryDocument.page(tx, null, null, page).map(Histories::views);
    }

    Uni<Page<UserFieldHistoryItem>> ofField(Tx tx, String fieldId, PageRequest page) {
        return FieldDocument.getAny(tx, fieldId)
                .chain(field -> HistoryDocument.page(tx, null, fieldId, page))
                .map(Histories::views);
    }

    Uni<Page<UserFieldHistoryItem>> ofMember(Tx tx, String accountId, PageRequest page) {
        return known(tx, accountId)
                .chain(() -> HistoryDocument.page(tx, accountId, null, page))
                .map(Histories::views);
    }

    Uni<Page<UserFieldHistoryItem>> ofMemberAndField(Tx tx, String accountId, String fieldId, PageRequest page) {
        return known(tx, accountId)
                .chain(() -> FieldDocument.getAny(tx, fieldId))
                .chain(field -> HistoryDocument.page(tx, accountId, fieldId, page))
                .map(Histories::views);
    }

    /** Former members have histories, too. */
    private Uni<Void> known(Tx tx, String accountId) {
        return directory
                .knows(tx, accountId)
                .invoke(known -> {
                    if (!known) {
                        throw notFound("member", accountId);
                    }
                })
                .replaceWithVoid();
    }

    Uni<UserFieldHistoryItem> add(Tx tx, String accountId, NewHistoryEntry entry) {
        return FieldDocument.get(tx, entry.fieldId())
                .map(FieldDocument::definition)
                .chain(field -> add(tx, accountId, field, field.value(entry.value()), entry.createdAt()))
                .map(UserFieldHistoryItem::of);
    }

    private Uni<HistoryDocument> add(
            Tx tx, String accountId, FieldDefinition field, Object value, @Nullable Instant createdAt) {
        Instant now = tx.now();
        if (createdAt != null && createdAt.isAfter(now)) {
            throw invalid("createdAt", "must not be in the future");
        }
        return MemberFieldWrites.lock(tx, accountId).chain(member -> HistoryDocument.latest(tx, accountId, field.id())
                .chain(last -> add(tx, member, field, value, at(createdAt, now, last), last)));
    }

    private Uni<HistoryDocument> add(
            Tx tx,
            MemberDocument member,
            FieldDefinition field,
            Object value,
            Instant at,
            @Nullable HistoryDocument last) {
        if (last != null && at.isBefore(last.createdAt)) {
            return backdated(tx, member, field, value, at);
        }
        return values.set(tx, member, Map.of(field, value), ValueSource.API, at)
                .map(entries -> entries.isEmpty() ? last : entries.getFirst())
                .map(Objects::requireNonNull);
    }

    /** The value of now stays. An entry that says what was so already is none. */
    private static Uni<HistoryDocument> backdated(
            Tx tx, MemberDocument member, FieldDefinition field, Object value, Instant at) {
        return HistoryDocument.latest(tx, member.accountId, field.id(), at).chain(before -> {
            Object valueBefore = before == null ? null : before.value();
            if (before != null && Objects.equals(FieldType.shown(valueBefore), FieldType.shown(value))) {
                return Uni.createFrom().item(before);
            }
            long number = before == null ? 0 : before.number;
            var change = new FieldChange(field, valueBefore, value);
            var entry = HistoryDocument.of(tx, member, number, change, ValueSource.API, at);
            return HistoryDocument.insert(tx, List.of(entry)).replaceWith(entry);
        });
    }

    private static Instant at(@Nullable Instant asked, Instant now, @Nullable HistoryDocument last) {
        if (asked != null) {
            return asked;
        }
        return last == null || now.isAfter(last.createdAt) ? now : last.createdAt;
    }

    Uni<UserFieldsAsOf> asOf(Tx tx, String accountId, @Nullable String asOf) {
        Instant at = asOf == null ? tx.now() : time(asOf);
        return known(tx, accountId)
                .chain(() -> HistoryDocument.valuesAt(tx, accountId, at))
                .chain(values -> FieldDocument.all(tx).map(fields -> fields(fields, values)))
                .map(fields -> new UserFieldsAsOf(at, fields));
    }

    /** Live fields all, retired ones where they held something. */
    private static Map<String, @Nullable Object> fields(List<FieldDocument> fields, Map<String, Object> values) {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        for (FieldDocument field : fields) {
            Object value = values.get(field.id);
            if (!field.retired || value != null) {
                byName.put(field.field, FieldType.shown(value));
            }
        }
        return byName;
    }

    private static Instant time(String text) {
        Instant time = FieldType.time(text);
        if (time == null) {
            throw invalid("asOf", "must be a time such as 2026-03-10T16:15:50.123Z, of the years 1 to 9999");
        }
        return time;
    }

    private static Page<UserFieldHistoryItem> views(Page<HistoryDocument> page) {
        return page.map(UserFieldHistoryItem::of);
    }
}
