package dev.regulars.identity.directory.field.value;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.worker.Worklist;
import dev.regulars.eventing.worker.Worklists;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDocument;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Rewrites stored values after their field's type was changed, so that filters compare them as what they are now. */
@Singleton
@Startup
public class ConvertValues {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int PAGE = 200;

    private final Worklist<FieldDocument> list;
    private final Outbox outbox;

    ConvertValues(Worklists worklists, Outbox outbox) {
        this.outbox = outbox;
        this.list = worklists.every(
                PAUSE,
                "Converting custom fields",
                now -> FieldDocument.toConvert(outbox.alone(), now),
                field -> field.id,
                (field, now) -> convert(field),
                (field, until) -> field.convertLater(outbox.alone(), until));
    }

    /** The type of a field was changed. */
    public void wake() {
        list.wake();
    }

    private Uni<Void> convert(FieldDocument field) {
        Tx tx = outbox.alone(field.communityId);
        return page(tx, field.definition(), "").chain(() -> field.converted(tx));
    }

    private static Uni<Void> page(Tx tx, FieldDefinition field, String after) {
        return MemberFieldWrites.withValue(tx, field.id(), after, PAGE)
                .call(members -> each(tx, field, members))
                .chain(members ->
                        members.size() < PAGE ? Uni.createFrom().voidItem() : page(tx, field, members.getLast().id));
    }

    private static Uni<Void> each(Tx tx, FieldDefinition field, List<MemberDocument> members) {
        return Multi.createFrom()
                .iterable(members)
                .onItem()
                .transformToUniAndConcatenate(member -> one(tx, field, member))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A value that does not fit stays: it was written at the moment of the change. */
    private static Uni<Void> one(Tx tx, FieldDefinition field, MemberDocument member) {
        Object stored = Objects.requireNonNull(MemberFieldWrites.value(member, field.id()));
        Object converted = field.converted(stored);
        return converted == null || converted.equals(stored)
                ? Uni.createFrom().voidItem()
                : MemberFieldWrites.retype(tx, member, field.id(), converted);
    }
}
