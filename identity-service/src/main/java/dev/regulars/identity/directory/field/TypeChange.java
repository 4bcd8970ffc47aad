package dev.regulars.identity.directory.field;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.field.TypeChangeReport.Misfit;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldType;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.member.MemberFieldWrites;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts which values of a field fit another definition of it. */
final class TypeChange {

    private static final int PAGE = 1_000;
    private static final int EXAMPLES = 10;

    private TypeChange() {}

    static Uni<TypeChangeReport> report(Tx tx, FieldDefinition wanted) {
        return page(tx, wanted, "", TypeChangeReport.NOTHING);
    }

    private static Uni<TypeChangeReport> page(Tx tx, FieldDefinition wanted, String after, TypeChangeReport before) {
        return MemberFieldWrites.withValue(tx, wanted.id(), after, PAGE).chain(members -> {
            TypeChangeReport sum = sum(before, report(wanted, members));
            return members.size() < PAGE ? Uni.createFrom().item(sum) : page(tx, wanted, members.getLast().id, sum);
        });
    }

    private static TypeChangeReport report(FieldDefinition wanted, List<MemberDocument> members) {
        List<Misfit> misfits = new ArrayList<>();
        for (MemberDocument member : members) {
            Object stored = Objects.requireNonNull(MemberFieldWrites.value(member, wanted.id()));
            if (wanted.converted(stored) == null) {
                misfits.add(new Misfit(member.accountId, Objects.requireNonNull(FieldType.shown(stored))));
            }
        }
        return new TypeChangeReport(members.size() - misfits.size(), misfits.size(), misfits);
    }

    private static TypeChangeReport sum(TypeChangeReport one, TypeChangeReport other) {
        List<Misfit> examples = Stream.concat(one.examples().stream(), other.examples().stream())
                .limit(EXAMPLES)
                .toList();
        return new TypeChangeReport(one.fit() + other.fit(), one.misfit() + other.misfit(), examples);
    }
}
