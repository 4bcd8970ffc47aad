package dev.regulars.community.server.domain;

import static dev.regulars.community.CommunityError.DOMAIN_NOT_PROVEN;
import static dev.regulars.community.CommunityError.DOMAIN_TAKEN;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.community.server.ServerDocument;
import dev.regulars.community.server.domain.DomainView.Challenge;
import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Whose a host name is: whoever can write to its DNS zone says so, or the installation's admin. */
@ApplicationScoped
class Domains {

    private static final String DNS = "dns";
    private static final String ADMIN = "admin";
    private static final String PURPOSE = "domain challenge";
    private static final String NAME = "regulars-community=";

    private final TxtRecords records;
    private final MasterKey master;
    private final DomainConfig config;

    Domains(TxtRecords records, MasterKey master, DomainConfig config) {
        this.records = records;
        this.config = config;
        this.master = master;
    }

    Uni<DomainView> get(Tx tx) {
        return ServerDocument.find(tx, tx.community())
                .plug(orNotFound("server", tx.community().id()))
                .map(server -> DomainView.of(server, value(server.communityId)));
    }

    /** Whether the zone of a domain names the community. */
    Uni<Boolean> isInDns(CommunityId community, String domain) {
        String value = value(community);
        return records.of(Challenge.of(domain, value).name())
                .map(found -> found.stream().map(String::strip).anyMatch(value::equals));
    }

    Uni<DomainView> verify(Tx tx, String domain, boolean isInDns) {
        if (!isInDns) {
            throw DOMAIN_NOT_PROVEN.because("no such TXT record for " + domain);
        }
        return prove(tx, tx.community(), domain, DNS);
    }

    /** The word of the installation's admin. */
    Uni<DomainView> approve(Tx tx, String serverId, String domain) {
        return ServerDocument.find(tx, serverId)
                .plug(orNotFound("server", serverId))
                .chain(server -> prove(tx, server.communityId, domain, ADMIN));
    }

    private Uni<DomainView> prove(Tx tx, CommunityId community, String domain, String proof) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant checkAt = proof.equals(DNS) ? now.plus(config.checkInterval()) : null;
        return DomainWrites.takeFromOthers(tx, community, domain, now)
                .chain(() -> DomainWrites.prove(tx, community, domain, proof, now, checkAt))
                .plug(orNotFound("server", community.id()))
                .onFailure(DuplicateKey::is)
                .transform(taken -> DOMAIN_TAKEN.because("set by another community at the same moment"))
                .invoke(server -> Log.infof("Domain %s is proven by %s for community %s", domain, proof, community))
                .map(server -> DomainView.of(server, value(community)));
    }

    /** Nobody can guess that of another community. */
    private String value(CommunityId community) {
        return NAME + master.keyedHash(PURPOSE, community.id());
    }
}
