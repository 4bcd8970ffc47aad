package dev.regulars.webhook.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.model.UpdateOptions;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.webhook.people.MemberTraits.FieldValue;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
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
                found -> new MemberTraits(
                        found.roles == null ? List.of() : found.roles.ids,
                        found.fields == null ? List.of() : values(found.fields.values())));
    }

    /** Known profiles only. */
    static Uni<Map<MemberId, Person>> find(Set<MemberId> members) {
        return find(members, eq("profile.deleted", false), found -> found.profile.person);
    }

    private static <T> Uni<Map<MemberId, T>> find(Set<MemberId> members, Bson which, Function<PersonDocument, T> part) {
        Map<String, MemberId> byId = members.stream()
                .collect(toMap(member -> id(member.communityId(), member.accountId()), member -> member));
        Set<String> communities = members.stream().map(MemberId::communityId).collect(toSet());
        return people().find(and(in("communityId", communities), in("_id", byId.keySet()), which))
                .collect()
                .asMap(found -> requireNonNull(byId.get(found.id)), part);
    }

    static Uni<Void> keep(MemberProfiled profile, Version version) {
        var person = new Person(
                profile.userId(), profile.username(), profile.email(), profile.firstName(), profile.lastName());
        return keep(
                new MemberId(profile.communityId(), profile.accountId()),
                "profile",
                version,
                combine(set("profile.deleted", false), set("profile.person", person)));
    }

    static Uni<Void> keepRoles(MemberId member, List<String> ids, Version version) {
        return keep(member, "roles", version, set("roles.ids", ids));
    }

    /** @param fieldId 24 hex digits */
    static Uni<Void> keepField(MemberId member, String fieldId, String name, @Nullable String value, Version version) {
        String field = "fields." + fieldId;
        return keep(member, field, version, combine(set(field + ".name", name), set(field + ".value", value)));
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

    /** Ignores older versions: the guard fails, and the upsert then meets a duplicate key. */
    private static Uni<Void> keep(MemberId member, String part, Version version, Bson change) {
        return people().updateOne(
                        and(
                                eq("_id", id(member.communityId(), member.accountId())),
                                eq("communityId", member.communityId()),
                                version.newerThan(part + ".version")),
                        combine(set(part + ".version", version.toBson()), change),
                        new UpdateOptions().upsert(true))
                .replaceWithVoid()
                .onFailure(DuplicateKey::is)
                .recoverWithNull();
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
