package dev.regulars.gamification.wheel.spin;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A member at the wheel: the seed of the next spin, of which only the hash is shown before, and the days in a row with a spin. */
@MongoEntity(collection = "wheelPlayers")
public class WheelPlayerDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    /** Under the master key: whoever knows it can choose a client seed that wins. */
    public String nextSeed;
    /** SHA-256 of it. */
    public String commitment;

    public long streak;
    /** The last day that counts for the streak, from 1970-01-01; the days are the community's. */
    public long streakDay;

    /** How many days in a row; today may still be missing. */
    public long streakOn(long today) {
        return streakDay < today - 1 ? 0 : streak;
    }

    public static Uni<@Nullable WheelPlayerDocument> find(Tx tx, CommunityId community, String accountId) {
        return players().of(community).find(tx, id(community, accountId));
    }

    static Uni<WheelPlayerDocument> get(Tx tx, CommunityId community, String accountId) {
        return find(tx, community, accountId).plug(orNotFound("player", accountId));
    }

    /** The one who is there already, if so. */
    Uni<WheelPlayerDocument> ensure(Tx tx) {
        return find(tx, communityId, accountId).onItem().ifNull().switchTo(() -> players()
                .of(communityId)
                .insert(tx, this)
                .onFailure(DuplicateKey::is)
                .recoverWithUni(() -> get(tx, communityId, accountId)));
    }

    Uni<Void> advance(Tx tx, String nextSeed, String commitment, long today) {
        boolean again = streakDay >= today;
        return players()
                .of(communityId)
                .change(tx, id)
                .by(combine(
                        set("nextSeed", nextSeed),
                        set("commitment", commitment),
                        set("streak", again ? streak : streakOn(today) + 1),
                        set("streakDay", Math.max(today, streakDay))))
                .withoutEvent()
                .plug(orNotFound("player", id))
                .replaceWithVoid();
    }

    /** As if the last spin had been yesterday, or today where it was. */
    Uni<Void> correct(Tx tx, long streak, long today) {
        return players()
                .of(communityId)
                .change(tx, id)
                .by(combine(set("streak", streak), set("streakDay", Math.max(today - 1, streakDay))))
                .withoutEvent()
                .plug(orNotFound("player", id))
                .replaceWithVoid();
    }

    static String id(CommunityId community, String accountId) {
        return community + ":" + accountId;
    }

    private static TenantCollection.All<WheelPlayerDocument> players() {
        return TenantCollection.all(mongoCollection());
    }
}
