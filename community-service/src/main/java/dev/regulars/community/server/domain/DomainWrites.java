package dev.regulars.community.server.domain;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
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
import org.jspecify.annotations.Nullable;

/** What a proof changes. */
final class DomainWrites {

    private DomainWrites() {}

    /** The domain is the community's from here on; empty where the community is gone. */
    static Uni<@Nullable ServerDocument> prove(
            Tx tx, CommunityId community, String domain, String proof, Instant now) {
        return servers()
                .of(community)
                .change(tx, community.id())
                .by(combine(
                        set("domain", domain),
                        set("domainProof", proof),
                        set("domainProvenAt", now),
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
                .transformToUniAndConcatenate(other -> servers()
                        .of(other.communityId)
                        .change(tx, other.id)
                        .when(eq("domain", domain))
                        .by(combine(
                                unset("domain"), unset("domainProof"), unset("domainProvenAt"), set("updatedAt", now)))
                        .emitting(new ServerDomainLost(other.id, domain)))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
