package dev.regulars.identity.directory.field;

import static dev.regulars.identity.IdentityError.FIELD_IS_DEFAULT;
import static dev.regulars.identity.IdentityError.FIELD_LIMIT;
import static dev.regulars.identity.IdentityError.FIELD_VALUES_MISFIT;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.directory.field.definition.DefaultField;
import dev.regulars.identity.directory.field.definition.FieldDocument;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.internal.people.PersonKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a community's members: those that everybody has, and custom ones. */
@ApplicationScoped
class UserFields {

    private final Directory directory;

    UserFields(Directory directory) {
        this.directory = directory;
    }

    Uni<CreateUserFieldResponse> create(Tx tx, NewUserField body) {
        FieldDocument field = FieldDrafts.of(tx, body);
        return FieldDocument.count(tx)
                .invoke(FIELD_LIMIT::checkRoom)
                .chain(() -> field.create(tx))
                .chain(created -> creators(tx, Set.of(created.creatorId))
                        .map(people -> CreateUserFieldResponse.of(created, people.get(created.creatorId))));
    }

    /** Those that everybody has come first. */
    Uni<List<UserFieldResponse>> list(Tx tx) {
        String community = tx.community().id();
        Instant since = since(community);
        return FieldDocument.live(tx)
                .chain(fields -> creators(tx, creatorIds(fields)).map(people -> Stream.concat(
                                Arrays.stream(DefaultField.values())
                                        .map(field -> UserFieldResponse.of(field, community, since)),
                                fields.stream().map(field -> UserFieldResponse.of(field, people.get(field.creatorId))))
                        .toList()));
    }

    Uni<UserFieldResponse> get(Tx tx, String id) {
        String community = tx.community().id();
        return DefaultField.of(community, id)
                .map(field -> Uni.createFrom().item(UserFieldResponse.of(field, community, since(community))))
                .orElseGet(() -> FieldDocument.get(tx, id).chain(field -> view(tx, field)));
    }

    Uni<UserFieldResponse> update(Tx tx, String id, UpdateUserFieldPayload body) {
        checkIsCustom(tx, id);
        return FieldDocument.get(tx, id)
                .map(field -> FieldDrafts.changed(tx, field, body))
                .call(field -> field.conversionDue == null
                        ? Uni.createFrom().voidItem()
                        : TypeChange.report(tx, field.definition()).invoke(UserFields::checkFits))
                .chain(field -> field.store(tx))
                .chain(field -> view(tx, field));
    }

    /** What {@link #update} would do to the values. */
    Uni<TypeChangeReport> tryOut(Tx tx, String id, UpdateUserFieldPayload body) {
        checkIsCustom(tx, id);
        return FieldDocument.get(tx, id)
                .map(field -> FieldDrafts.changed(tx, field, body))
                .chain(field -> TypeChange.report(tx, field.definition()));
    }

    private static void checkFits(TypeChangeReport report) {
        if (report.misfit() > 0) {
            throw FIELD_VALUES_MISFIT.because(report.misfit() + " values do not fit");
        }
    }

    Uni<UserFieldResponse> delete(Tx tx, String id) {
        checkIsCustom(tx, id);
        return FieldDocument.get(tx, id).chain(field -> field.retire(tx)).chain(field -> view(tx, field));
    }

    private static void checkIsCustom(Tx tx, String id) {
        if (DefaultField.of(tx.community().id(), id).isPresent()) {
            throw FIELD_IS_DEFAULT.because(id);
        }
    }

    private Uni<UserFieldResponse> view(Tx tx, FieldDocument field) {
        return creators(tx, Set.of(field.creatorId))
                .map(people -> UserFieldResponse.of(field, people.get(field.creatorId)));
    }

    private Uni<Map<String, MemberDocument>> creators(Tx tx, Collection<String> ids) {
        return directory.people(tx.community(), PersonKey.ID, ids);
    }

    private static Set<String> creatorIds(List<FieldDocument> fields) {
        return fields.stream().map(field -> field.creatorId).collect(Collectors.toSet());
    }

    /** An id begins with the second in which it was made. */
    private static Instant since(String communityId) {
        return Instant.ofEpochSecond(Long.parseLong(communityId.substring(0, 8), 16));
    }
}
