package dev.regulars.identity.directory.link;

import dev.regulars.eventing.Poller;
import dev.regulars.identity.directory.community.CommunityClient;
import dev.regulars.identity.directory.link.Links.AcceptedLink;
import dev.regulars.identity.directory.member.Directory;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Makes good what owners of accounts agreed to: at once where it can, and later where it cannot. */
@ApplicationScoped
class AcceptedLinkWorker {

    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private final Links links;
    private final CommunityClient communities;
    private final Directory directory;
    private final Poller poller;

    AcceptedLinkWorker(Vertx vertx, Links links, CommunityClient communities, Directory directory) {
        this.links = links;
        this.communities = communities;
        this.directory = directory;
        this.poller = Poller.every(vertx, Duration.ofSeconds(2), "Joins that were agreed to", this::round);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** To be called as often as one likes. One that must wait goes to the end of the line: its owner has answered already. */
    Uni<Void> finish(String communityId, String accountId) {
        return links.owed(communityId, accountId)
                .onItem()
                .ifNotNull()
                .transformToUni(this::payOrPostpone)
                .replaceWithVoid();
    }

    private Uni<Void> payOrPostpone(AcceptedLink agreed) {
        return directory
                .introduced(agreed)
                .chain(() -> join(agreed))
                .chain(() -> links.paid(agreed))
                .onFailure()
                .recoverWithUni(failure -> {
                    Log.warnf("Account %s is still owed a join: %s", agreed.accountId(), failure.getMessage());
                    return links.postponed(agreed);
                });
    }

    private Uni<Void> join(AcceptedLink agreed) {
        Integer accessLevel = agreed.accessLevel();
        return accessLevel == null
                ? Uni.createFrom().voidItem()
                : communities
                        .join(agreed.communityId(), agreed.accountId(), accessLevel)
                        .chain(directory::store);
    }

    private Uni<Void> round() {
        return links.owedSince(LEFT_BEHIND)
                .onItem()
                .transformToMulti(owing -> Multi.createFrom().iterable(owing))
                .onItem()
                .transformToUniAndConcatenate(this::payOrPostpone)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
