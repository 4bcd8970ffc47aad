package dev.regulars.community.server.domain;

import static dev.regulars.community.CommunityError.DOMAIN_NOT_PROVEN;
import static dev.regulars.community.CommunityError.DOMAIN_TAKEN;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.community.server.ServerDocument;
import dev.regulars.community.server.domain.DomainView.Challenge;
import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose a host name is: whoever can write to its DNS zone says so, or the installation's admin. */
@ApplicationScoped
class Domains {

    private static final String PURPOSE = "domain challenge";
    private static final String NAME = "regulars-community=";

    private final TxtRecords records;
    private final MasterKey master;
    private final DomainConfig config;
    private final Outbox outbox;

    Domains(TxtRecords records, MasterKey master, DomainConfig config, Outbox outbox) {
        this.records = records;
        this.config = config;
        this.master = master;
        this.outbox = outbox;
    }

    Uni<DomainView> get(Tx tx) {
        return ServerDocument.find(tx, tx.community())
                .plug(orNotFound("server", tx.community().id()))
                .map(server -> DomainView.of(server, value(server)));
    }

    /** The value in the zone of a domain that names the community; empty where there is none. */
    Uni<@Nullable String> record(CommunityId community, String domain) {
        return ServerDocument.find(outbox.alone(community), community.id())
                .plug(orNotFound("server", community.id()))
                .chain(server -> record(server, domain));
    }

    Uni<@Nullable String> record(ServerDocument server, String domain) {
        List<String> good = values(server);
        return records.of(Challenge.nameFor(domain)).map(found -> found.stream()
                .map(String::strip)
                .filter(good::contains)
                .findFirst()
                .orElse(null));
    }

    Uni<DomainView> verify(Tx tx, String domain, @Nullable String record) {
        if (record == null) {
            throw DOMAIN_NOT_PROVEN.because("no such TXT record for " + domain);
        }
        Instant checkAt = now().plus(config.checkInterval());
        return prove(tx, tx.community(), domain, DomainProof.ofDns(record, checkAt));
    }

    /** The word of the installation's admin. */
    Uni<DomainView> approve(Tx tx, String serverId, String domain) {
        return ServerDocument.find(tx, serverId)
                .plug(orNotFound("server", serverId))
                .chain(server -> prove(tx, server.communityId, domain, DomainProof.ofAdmin()));
    }

    private Uni<DomainView> prove(Tx tx, CommunityId community, String domain, DomainProof proof) {
        Instant now = now();
        return DomainWrites.takeFromOthers(tx, community, domain, now)
                .chain(() -> DomainWrites.prove(tx, community, domain, proof, now))
                .plug(orNotFound("server", community.id()))
                .onFailure(DuplicateKey::is)
                .transform(taken -> DOMAIN_TAKEN.because("set by another community at the same moment"))
                .invoke(server ->
                        Log.infof("Domain %s is proven by %s for community %s", domain, proof.by(), community))
                .map(server -> DomainView.of(server, value(server)));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private String value(ServerDocument server) {
        return values(server).getFirst();
    }

    /** The one that proved a domain before, then those of the master keys. Nobody can guess that of another community. */
    private List<String> values(ServerDocument server) {
        return Stream.concat(
                        Stream.ofNullable(server.domainRecord),
                        master.keyedHashes(PURPOSE, server.id).stream().map(hash -> NAME + hash))
                .toList();
    }
}
