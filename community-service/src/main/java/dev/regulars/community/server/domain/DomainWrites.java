package dev.regulars.community.server.domain;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.community.server.ServerDocument.servers;

import dev.regulars.community.server.ServerDocument;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.events.community.CommunityEvent.ServerDomainLost;
import dev.regulars.events.community.CommunityEvent.ServerDomainProven;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a proof changes. */
final class DomainWrites {

    private DomainWrites() {}

    private static final int BATCH = 100;
    private static final Bson UNPROVEN =
            combine(unset("domainProof"), unset("domainProvenAt"), unset("domainCheckAt"), unset("domainMisses"));

    /** The domain is the community's from here on; empty where the community is gone. */
    static Uni<@Nullable ServerDocument> prove(
            Tx tx, CommunityId community, String domain, DomainProof proof, Instant now) {
        Instant checkAt = proof.checkAt();
        return servers()
                .of(community)
                .change(tx, community.id())
                .by(combine(
                        set("domain", domain),
                        set("domainProof", proof.by()),
                        proof.record() == null ? combine() : set("domainRecord", proof.record()),
                        set("domainProvenAt", now),
                        set("domainMisses", 0),
                        checkAt == null ? unset("domainCheckAt") : set("domainCheckAt", checkAt),
                        set("updatedAt", now)))
                .emitting(new ServerDomainProven(community.id(), domain));
    }

    /** Whoever else has the domain loses it: its owner says whose it is. */
    static Uni<Void> takeFromOthers(Tx tx, CommunityId community, String domain, Instant now) {
        return tx.list(
                        servers().ofAllCommunities(),
                        and(eq("domain", domain), ne("_id", community.id())),
                        new FindOptions())
                .onItem()
                .transformToUniAndConcatenate(other -> take(tx, other, domain, now))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One that only named the domain had nothing that others were told of. */
    private static Uni<@Nullable ServerDocument> take(Tx tx, ServerDocument other, String domain, Instant now) {
        var change = servers()
                .of(other.communityId)
                .change(tx, other.id)
                .when(eq("domain", domain))
                .by(combine(unset("domain"), UNPROVEN, set("updatedAt", now)));
        return other.domainProof == null
                ? change.withoutEvent()
                : change.emitting(new ServerDomainLost(other.id, domain));
    }

    /** It keeps its name, and has to be proven anew. */
    static Uni<Void> lose(Tx tx, CommunityId community, String domain) {
        return servers()
                .of(community)
                .change(tx, community.id())
                .when(and(eq("domain", domain), exists("domainCheckAt")))
                .by(UNPROVEN)
                .emitting(new ServerDomainLost(community.id(), domain))
                .replaceWithVoid();
    }

    /** The longest due first. */
    static Uni<List<ServerDocument>> due(Instant now) {
        return servers()
                .ofAllCommunities()
                .find(
                        and(lte("domainCheckAt", now), eq("deleted", false)),
                        new FindOptions().sort(ascending("domainCheckAt")).limit(BATCH))
                .collect()
                .asList();
    }

    static Uni<Void> found(ServerDocument server, String record, Instant at) {
        return changeChecked(
                server, combine(set("domainCheckAt", at), set("domainMisses", 0), set("domainRecord", record)));
    }

    static Uni<Void> checkAgain(ServerDocument server, Instant at, int misses) {
        return changeChecked(server, combine(set("domainCheckAt", at), set("domainMisses", misses)));
    }

    private static Uni<Void> changeChecked(ServerDocument server, Bson change) {
        return servers()
                .ofAllCommunities()
                .updateOne(and(eq("_id", server.id), eq("domain", server.domain), exists("domainCheckAt")), change)
                .replaceWithVoid();
    }
}
