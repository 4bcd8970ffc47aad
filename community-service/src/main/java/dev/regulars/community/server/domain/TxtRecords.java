package dev.regulars.community.server.domain;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.netty.resolver.dns.DefaultDnsServerAddressStreamProvider;
import io.smallrye.mutiny.Uni;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.dns.DnsClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** Looks up TXT records. */
@ApplicationScoped
class TxtRecords {

    private static final int DNS_PORT = 53;

    private final DnsClient dns;

    TxtRecords(Vertx vertx, DomainConfig config) {
        InetSocketAddress server = config.nameServer()
                .map(TxtRecords::address)
                .orElseGet(() -> DefaultDnsServerAddressStreamProvider.defaultAddressList()
                        .getFirst());
        this.dns = vertx.createDnsClient(new DnsClientOptions()
                .setHost(server.getHostString())
                .setPort(server.getPort())
                .setQueryTimeout(config.timeLimit().toMillis()));
    }

    private static InetSocketAddress address(String server) {
        var parts = URI.create("dns://" + server);
        return InetSocketAddress.createUnresolved(parts.getHost(), parts.getPort() == -1 ? DNS_PORT : parts.getPort());
    }

    /** Empty for a name that does not exist. Refused where no name server can tell. */
    Uni<List<String>> of(String name) {
        return dns.resolveTXT(name)
                .onFailure(TxtRecords::isUnknownName)
                .recoverWithItem(List.<String>of())
                .onFailure()
                .transform(failure -> failure instanceof Refusal
                        ? failure
                        : Refusal.of(Kind.UNAVAILABLE, "TXT of " + name + ": " + failure));
    }

    private static boolean isUnknownName(Throwable failure) {
        return failure instanceof DnsException no && no.code() == DnsResponseCode.NXDOMAIN;
    }
}
