package dev.regulars.webhook.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import dev.regulars.eventing.Taken;
import dev.regulars.eventing.Version;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A member of a community: one sub-document per source, each with the version of that source it stands at. */
@MongoEntity(collection = "people")
public class PersonDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public String communityId;
    public Profile profile;

    /** What is left of a deleted member is the tombstone: its version and {@code deleted}. */
    public static class Profile {
        public Version version;
        public boolean deleted;
        public Person person;
    }

    static Uni<@Nullable Person> find(String communityId, String accountId) {
        return people().find(and(
                        eq("_id", id(communityId, accountId)),
                        eq("communityId", communityId),
                        eq("profile.deleted", false)))
                .collect()
                .first()
                .map(found -> found == null ? null : found.profile.person);
    }

    /** Never an older profile over a newer one: where the guard turns it away, the upsert finds the id taken. */
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
                .onFailure(Taken::by)
                .recoverWithNull();
    }

    private static String id(String communityId, String accountId) {
        return communityId + ":" + accountId;
    }

    private static ReactiveMongoCollection<PersonDocument> people() {
        return mongoCollection();
    }
}
