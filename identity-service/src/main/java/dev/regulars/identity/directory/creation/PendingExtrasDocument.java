package dev.regulars.identity.directory.creation;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.member.MemberDocument;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.CallerKind;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What a community said of a user that is no member yet. */
@MongoEntity(collection = "pendingExtras")
public class PendingExtrasDocument extends ReactivePanacheMongoEntityBase {

    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    /** By the id of the field. */
    public Document values;

    public @Nullable String referral;
    public Creator creator;

    /** Who created the user. */
    public record Creator(
            CallerKind kind,
            String id,
            @Nullable String accountId,
            @Nullable String userId) {

        static Creator of(Actor caller) {
            return new Creator(caller.kind(), caller.id(), caller.accountId(), caller.userId());
        }

        Actor actor() {
            return new Actor(kind, id, accountId, userId, null);
        }
    }

    /** What was said before is replaced. */
    static Uni<Void> keep(Tx tx, String accountId, CheckedExtras extras) {
        CommunityId community = tx.community();
        return find(tx, community, accountId).chain(known -> {
            if (known != null) {
                return pending()
                        .of(community)
                        .change(tx, known.id)
                        .by(combine(set("values", new Document(extras.values())), set("referral", extras.referral())))
                        .withoutEvent()
                        .replaceWithVoid();
            }
            var first = new PendingExtrasDocument();
            first.id = MemberDocument.id(community.id(), accountId);
            first.communityId = community;
            first.accountId = accountId;
            first.values = new Document(extras.values());
            first.referral = extras.referral();
            first.creator = Creator.of(tx.caller());
            return pending().of(community).insert(tx, first).replaceWithVoid();
        });
    }

    static Uni<@Nullable PendingExtrasDocument> find(Tx tx, CommunityId community, String accountId) {
        return pending().of(community).find(tx, MemberDocument.id(community.id(), accountId));
    }

    @Nullable
    Object value(String fieldId) {
        return values.get(fieldId);
    }

    Uni<Void> remove(Tx tx) {
        return pending().of(communityId).change(tx, id).removing().replaceWithVoid();
    }

    private static TenantCollection.All<PendingExtrasDocument> pending() {
        return TenantCollection.all(mongoCollection());
    }
}
