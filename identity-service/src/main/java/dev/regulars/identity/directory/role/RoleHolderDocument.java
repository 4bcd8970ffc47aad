package dev.regulars.identity.directory.role;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.identity.CallerChanged;
import dev.regulars.events.identity.CallerChanged.Scope;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Which roles a member has, and until when the member is suspended, each as of a version of the membership. */
@MongoEntity(collection = "roleHolders")
public class RoleHolderDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public @Nullable List<String> roleIds;
    public @Nullable Version rolesSource;
    public @Nullable Instant suspendedUntil;
    public @Nullable Version suspensionSource;
    /** Written by the outbox; only read here. */
    public Version version;

    static Uni<Void> roles(Tx tx, CommunityId community, String accountId, List<String> roleIds, Version source) {
        return ensure(tx, community, accountId)
                .chain(() -> holders()
                        .of(community)
                        .change(tx, id(community, accountId))
                        .when(source.newerThan("rolesSource"))
                        .by(combine(set("roleIds", roleIds), set("rolesSource", source)))
                        .emitting(new CallerChanged(Scope.MEMBERSHIP, accountId, community.id())))
                .replaceWithVoid();
    }

    static Uni<Void> suspension(
            Tx tx, CommunityId community, String accountId, @Nullable Instant until, Version source) {
        return ensure(tx, community, accountId)
                .chain(() -> holders()
                        .of(community)
                        .change(tx, id(community, accountId))
                        .when(source.newerThan("suspensionSource"))
                        .by(combine(set("suspendedUntil", until), set("suspensionSource", source)))
                        .emitting(new CallerChanged(Scope.MEMBERSHIP, accountId, community.id())))
                .replaceWithVoid();
    }

    static Uni<@Nullable RoleHolderDocument> find(Tx tx, CommunityId community, String accountId) {
        return holders().of(community).find(tx, id(community, accountId));
    }

    private static Uni<Void> ensure(Tx tx, CommunityId community, String accountId) {
        var holder = new RoleHolderDocument();
        holder.id = id(community, accountId);
        holder.communityId = community;
        holder.accountId = accountId;
        return find(tx, community, accountId)
                .chain(known -> known != null
                        ? Uni.createFrom().voidItem()
                        : holders()
                                .of(community)
                                .insert(tx, holder)
                                .onFailure(DuplicateKey::is)
                                .recoverWithNull()
                                .replaceWithVoid());
    }

    private static String id(CommunityId community, String accountId) {
        return community + ":" + accountId;
    }

    private static TenantCollection.All<RoleHolderDocument> holders() {
        return TenantCollection.all(mongoCollection());
    }
}
