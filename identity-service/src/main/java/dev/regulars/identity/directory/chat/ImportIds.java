package dev.regulars.identity.directory.chat;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.field.definition.FieldType;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ids under which communities know people. Their only home is the custom field that identifies users (setting
 * {@code identifierField}): {@code externalId} of new users and column {@code import_id} of bulk files write it.
 */
@ApplicationScoped
class ImportIds {

    private static final int AT_ONCE = 8;

    private final Communities communities;
    private final FieldDefinitions definitions;
    private final Directory directory;

    ImportIds(Communities communities, FieldDefinitions definitions, Directory directory) {
        this.communities = communities;
        this.definitions = definitions;
        this.directory = directory;
    }

    /** Those of one person. */
    Uni<List<String>> of(List<MemberDocument> memberships) {
        return Multi.createFrom()
                .iterable(memberships)
                .onItem()
                .transformToUniAndConcatenate(this::of)
                .collect()
                .asList();
    }

    private Uni<@Nullable String> of(MemberDocument member) {
        return field(member.community()).map(field -> {
            Object value = field == null ? null : FieldType.shown(member.fieldValue(field.id()));
            return value == null ? null : value.toString();
        });
    }

    /** The account that a community knows under an id; empty where none does. */
    Uni<@Nullable String> account(String importId) {
        return communities
                .identifyingUsers()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUni(community -> account(community, importId))
                .merge(AT_ONCE)
                .filter(Objects::nonNull)
                .collect()
                .first();
    }

    private Uni<@Nullable String> account(CommunityId community, String importId) {
        return field(community).chain(field -> {
            Object typed = field == null ? null : typed(field, importId);
            return field == null || typed == null
                    ? Uni.createFrom().nullItem()
                    : directory.byFieldValue(community, field.id(), List.of(typed, importId));
        });
    }

    /** Nothing where the field cannot hold it. */
    private static @Nullable Object typed(FieldDefinition field, String importId) {
        try {
            return field.valueOfText(importId);
        } catch (Refusal misfit) {
            return null;
        }
    }

    private Uni<@Nullable FieldDefinition> field(CommunityId community) {
        return communities.settings(community).chain(settings -> {
            String name = settings.identifierField();
            return name == null
                    ? Uni.createFrom().nullItem()
                    : definitions.of(community).map(all -> find(all, name));
        });
    }

    private static @Nullable FieldDefinition find(List<FieldDefinition> all, String name) {
        return all.stream().filter(field -> field.isCalled(name)).findFirst().orElse(null);
    }
}
