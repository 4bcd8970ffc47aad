package dev.regulars.rewards.member;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.projection.ProjectionChange;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What prices and access rules ask of a member, each part as of a version of its source. */
@MongoEntity(collection = "members")
public class MemberDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable List<String> roleIds;
    public @Nullable Version rolesSource;
    public @Nullable List<String> tags;
    public @Nullable Version tagsSource;
    public @Nullable Instant suspendedUntil;
    public @Nullable Version suspensionSource;

    static ProjectionChange roles(CommunityId community, String accountId, List<String> roleIds, Version source) {
        return change(community, accountId, set("roleIds", roleIds), "rolesSource", source);
    }

    static ProjectionChange tags(CommunityId community, String accountId, List<String> tags, Version source) {
        return change(community, accountId, set("tags", tags), "tagsSource", source);
    }

    static ProjectionChange suspension(
            CommunityId community, String accountId, @Nullable Instant until, Version source) {
        return change(community, accountId, set("suspendedUntil", until), "suspensionSource", source);
    }

    static Uni<Void> keep(List<ProjectionChange> changes, Instant now) {
        return members().projection(now).change(changes);
    }

    static Uni<@Nullable MemberDocument> find(Tx tx, CommunityId community, String accountId) {
        return members().of(community).find(tx, id(community, accountId));
    }

    private static ProjectionChange change(
            CommunityId community, String accountId, Bson change, String sourceField, Version source) {
        return new ProjectionChange(
                community,
                id(community, accountId),
                source.newerThan(sourceField),
                combine(setOnInsert("accountId", accountId), change, set(sourceField, source)));
    }

    private static String id(CommunityId community, String accountId) {
        return community + ":" + accountId;
    }

    private static TenantCollection.All<MemberDocument> members() {
        return TenantCollection.all(mongoCollection());
    }
}
