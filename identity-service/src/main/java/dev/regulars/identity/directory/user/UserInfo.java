package dev.regulars.identity.directory.user;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.community.Communities;
import dev.regulars.identity.directory.field.definition.FieldDefinition;
import dev.regulars.identity.directory.field.definition.FieldDefinitions;
import dev.regulars.identity.directory.member.Directory;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.identity.directory.role.RoleTitles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything about one member: one read, and what is known of the community anyway. */
@ApplicationScoped
class UserInfo {

    private final Directory directory;
    private final FieldDefinitions definitions;
    private final RoleTitles roles;
    private final Communities communities;
    private final Clock clock;

    UserInfo(
            Directory directory, FieldDefinitions definitions, RoleTitles roles, Communities communities, Clock clock) {
        this.directory = directory;
        this.definitions = definitions;
        this.roles = roles;
        this.communities = communities;
        this.clock = clock;
    }

    /** @param customFields names of those to answer; all of the community where there are none */
    Uni<UserInfoView> read(CommunityId community, String idOrEmail, @Nullable List<String> customFields) {
        return Uni.combine()
                .all()
                .unis(
                        directory.member(community, idOrEmail),
                        definitions.of(community),
                        roles.of(community),
                        communities.settings(community))
                .with((member, fields, titles, settings) ->
                        UserInfoView.of(member, titles, settings.today(clock), values(member, fields, customFields)));
    }

    /** By the names that they are asked for with; unknown ones are left out, and a field without a value has null. */
    private static Map<String, @Nullable Object> values(
            MemberDocument member, List<FieldDefinition> fields, @Nullable List<String> names) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (names == null) {
            fields.forEach(field -> values.put(field.field(), field.shown(member.fieldValue(field.id()))));
            return values;
        }
        for (String name : names) {
            fields.stream()
                    .filter(field -> field.isCalled(name))
                    .findFirst()
                    .ifPresent(field -> values.put(name, field.shown(member.fieldValue(field.id()))));
        }
        return values;
    }
}
