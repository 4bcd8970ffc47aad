package dev.regulars.webhook.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.webhook.people.MemberTraits.FieldValue;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Projection of a member: one sub-document per source, each with the version of that source. */
@MongoEntity(collection = "people")
public class PersonDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public String communityId;
    public Profile profile;
    public @Nullable Roles roles;
    /** By the id of the field. */
    public @Nullable Map<String, Field> fields;

    /** A deleted member leaves a tombstone: version and {@code deleted}. */
    public static class Profile {
        public Version version;
        public boolean deleted;
        public Person person;
    }

    /** What community-service told. */
    public static class Roles {
        public Version version;
        public List<String> ids;
    }

    /** The value of a custom field, as identity-service told it; without one where it was removed. */
    public static class Field {
        public Version version;
        public String name;
        public @Nullable String value;
    }

    /** Roles and fields; of members that nothing is known of, there are none. */
    static Uni<Map<MemberId, MemberTraits>> findTraits(Set<MemberId> members) {
        return find(
                members,
                empty(),
                include("roles.ids", "fields"),
                found -> new MemberTraits(
                        found.roles == null ? List.of() : found.roles.ids,
                        found.fields == null ? List.of() : values(found.fields.values())));
    }

    /** Known profiles only. */
    static Uni<Map<MemberId, Person>> find(Set<MemberId> members) {
        return find(members, eq("profile.deleted", false), include("profile.person"), found -> found.profile.person);
    }

    private static <T> Uni<Map<MemberId, T>> find(
            Set<MemberId> members, Bson which, Bson fields, Function<PersonDocument, T> part) {
        Map<String, MemberId> byId = members.stream()
                .collect(toMap(member -> id(member.communityId(), member.accountId()), member -> member));
        Set<String> communities = members.stream().map(MemberId::communityId).collect(toSet());
        return people().find(
                        and(in("communityId", communities), in("_id", byId.keySet()), which),
                        new FindOptions().projection(fields))
                .collect()
                .asMap(found -> requireNonNull(byId.get(found.id)), part);
    }

    static Uni<Void> keep(List<ProjectionChange> changes, Instant now) {
        return all().projection(now).change(changes);
    }

    static ProjectionChange profile(MemberProfiled event, Version version) {
        var person = new Person(event.userId(), event.username(), event.email(), event.firstName(), event.lastName());
        return change(
                event.community(),
                event.accountId(),
                "profile",
                version,
                combine(set("profile.deleted", false), set("profile.person", person)));
    }

    static ProjectionChange roles(MemberRolesChanged event, Version version) {
        return change(event.community(), event.accountId(), "roles", version, set("roles.ids", event.roleIds()));
    }

    /** @param value as text; absent where it was removed */
    static ProjectionChange field(MemberFieldChanged event, @Nullable String value, Version version) {
        String field = "fields." + event.fieldId();
        return change(
                event.community(),
                event.accountId(),
                field,
                version,
                combine(set(field + ".name", event.field()), set(field + ".value", value)));
    }

    private static ProjectionChange change(
            CommunityId community, String accountId, String part, Version version, Bson change) {
        return new ProjectionChange(
                community,
                id(community.id(), accountId),
                version.newerThan(part + ".version"),
                combine(set(part + ".version", version.toBson()), change));
    }

    private static List<FieldValue> values(Collection<Field> fields) {
        List<FieldValue> values = new ArrayList<>();
        for (Field field : fields) {
            if (field.value != null) {
                values.add(new FieldValue(field.name, field.value));
            }
        }
        return values;
    }

    private static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    private static ReactiveMongoCollection<PersonDocument> people() {
        return all().ofAllCommunities();
    }

    private static TenantCollection.All<PersonDocument> all() {
        return TenantCollection.all(mongoCollection());
    }
}
