package dev.regulars.gamification.streak.login;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.Version;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.tenant.TenantCollection;
import dev.regulars.events.CommunityId;
import dev.regulars.events.gamification.GamificationEvent.LoginStreakChanged;
import dev.regulars.gamification.streak.login.LoginDays.Run;
import dev.regulars.gamification.streak.terms.StreakCalendar;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoEntityBase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The days of a member in a community, current or former. */
@MongoEntity(collection = "loginStreaks")
public class LoginStreakDocument extends ReactivePanacheMongoEntityBase {

    /** {@code communityId:accountId}. */
    @BsonId
    public String id;

    public CommunityId communityId;
    public String accountId;
    public List<Run> runs;
    public boolean isMember;
    /** Of the membership. */
    public @Nullable Version source;

    static Uni<LoginStreakDocument> of(Tx tx, CommunityId community, String accountId) {
        return streaks()
                .of(community)
                .find(tx, community + ":" + accountId)
                .chain(found -> found != null ? Uni.createFrom().item(found) : begin(tx, community, accountId));
    }

    private static Uni<LoginStreakDocument> begin(Tx tx, CommunityId community, String accountId) {
        var streak = new LoginStreakDocument();
        streak.id = community + ":" + accountId;
        streak.communityId = community;
        streak.accountId = accountId;
        streak.runs = List.of();
        streak.isMember = true;
        return streaks()
                .of(community)
                .insert(tx, streak)
                .onFailure(DuplicateKey::is)
                .recoverWithItem(streak);
    }

    /** In all communities that the account is a member of. */
    static Uni<List<LoginStreakDocument>> ofAccount(Tx tx, String accountId) {
        return tx.list(
                        streaks().ofAllCommunities(),
                        and(eq("accountId", accountId), eq("isMember", true)),
                        new FindOptions())
                .collect()
                .asList();
    }

    /** Whether the account was a member, and is none any more. */
    public static Uni<Boolean> isFormer(Tx tx, CommunityId community, String accountId) {
        return streaks()
                .of(community)
                .find(tx, community + ":" + accountId)
                .map(found -> found != null && !found.isMember);
    }

    static Uni<Void> member(Tx tx, CommunityId community, String accountId, boolean isMember, Version source) {
        return of(tx, community, accountId)
                .chain(streak -> streaks()
                        .of(community)
                        .change(tx, streak.id)
                        .when(source.newerThan("source"))
                        .by(combine(set("isMember", isMember), set("source", source)))
                        .withoutEvent())
                .replaceWithVoid();
    }

    /** Fails where the days are other ones meanwhile, so that the event comes again. */
    Uni<Void> store(Tx tx, LoginDays days, StreakCalendar calendar, Instant now) {
        Run run = days.runs().getLast();
        var changed = new LoginStreakChanged(
                communityId.id(),
                accountId,
                run.count(),
                LocalDate.ofEpochDay(run.last()).toString(),
                LocalDate.ofEpochDay(LoginDays.next(run.last(), calendar)).toString(),
                now);
        return streaks()
                .of(communityId)
                .change(tx, id)
                .when(eq("runs", runs))
                .by(set("runs", days.runs()))
                .emitting(changed)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("days changed in between; to be repeated"))
                .replaceWithVoid();
    }

    public static Uni<Void> buildIndexes() {
        return streaks().createIndex(ascending("accountId"));
    }

    private static TenantCollection.All<LoginStreakDocument> streaks() {
        return TenantCollection.all(mongoCollection());
    }
}
