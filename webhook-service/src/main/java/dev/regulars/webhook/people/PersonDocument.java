package dev.regulars.webhook.people;

import static com.mongodb.client.model.Filters.and;
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
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;

/** Projection of a member: one sub-document per source, each with the version of that source. */
@MongoEntity(collection = "people")
public class PersonDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public String communityId;
    public Profile profile;

    /** A deleted member leaves a tombstone: version and {@code deleted}. */
    public static class Profile {
        public Version version;
        public boolean deleted;
        public Person person;
    }

    /** Known profiles only. */
    static Uni<Map<MemberId, Person>> find(Set<MemberId> members) {
        Map<String, MemberId> byId = members.stream()
                .collect(toMap(member -> id(member.communityId(), member.accountId()), member -> member));
        Set<String> communities = members.stream().map(MemberId::communityId).collect(toSet());
        return people().find(
                        and(in("communityId", communities), in("_id", byId.keySet()), eq("profile.deleted", false)))
                .collect()
                .asMap(found -> requireNonNull(byId.get(found.id)), found -> found.profile.person);
    }

    /** Ignores older versions: the guard fails, and the upsert then meets a duplicate key. */
    static Uni<Void> keep(MemberProfiled profile, Version version) {
        var person = new Person(
                profile.userId(), profile.username(), profile.email(), profile.firstName(), profile.lastName());
        return people().updateOne(
                        and(
                                eq("_id", id(profile.communityId(), profile.accountId())),
                                eq("communityId", profile.communityId()),
                                version.newerThan("profile.version")),
                        combine(
                                set("profile.version", version.toBson()),
                                set("profile.deleted", false),
                                set("profile.person", person)),
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
