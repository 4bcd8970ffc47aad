package dev.regulars.community.server.domain;

import dev.regulars.community.server.ServerDocument;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.eventing.worker.Worklists;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Looks up proven domains again: one that was sold, or let go, is lost after several days without its record. */
@Startup
@ApplicationScoped
class DomainCheckWorker {

    private final Domains domains;
    private final DomainConfig config;
    private final Outbox outbox;

    DomainCheckWorker(Worklists worklists, Domains domains, DomainConfig config, Outbox outbox) {
        this.domains = domains;
        this.config = config;
        this.outbox = outbox;
        var unused = worklists.every(
                Duration.ofSeconds(2),
                "Checking domains",
                now -> DomainWrites.due(Instant.now()), // real time, as for all credentials
                server -> server.id,
                (server, now) -> check(server),
                (server, until) -> DomainWrites.checkAgain(server, until, server.domainMisses));
    }

    /** A name server that does not answer says nothing: the domain waits for the next one that does. */
    private Uni<Void> check(ServerDocument server) {
        String domain = server.domain;
        if (domain == null) {
            return Uni.createFrom().voidItem();
        }
        Instant next = Instant.now().plus(config.checkInterval());
        return domains.record(server, domain).chain(record -> {
            if (record != null) {
                return DomainWrites.found(server, record, next);
            }
            int misses = server.domainMisses + 1;
            if (misses < config.misses()) {
                return DomainWrites.checkAgain(server, next, misses);
            }
            Log.warnf("Domain %s of community %s is lost: its record is gone", domain, server.id);
            Tx tx = outbox.alone(server.communityId);
            return DomainWrites.lose(tx, server.communityId, domain);
        });
    }
}
