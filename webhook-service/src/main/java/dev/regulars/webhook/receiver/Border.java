package dev.regulars.webhook.receiver;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses may be called for a partner: public ones, so that nobody looks into our own network through us. */
@ApplicationScoped
class Border {

    /** Private, loopback, link-local, metadata, documentation, multicast and reserved ranges. */
    private static final List<Network> CLOSED = networks(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20"));

    /** Outside it no IPv6 address is public. */
    private static final Network GLOBAL = Network.parse("2000::/3");

    private final List<Network> allowed;

    Border(ReceiversConfig config) {
        this.allowed = networks(config.allowed().orElse(List.of()));
    }

    boolean admits(InetAddress address) {
        return in(allowed, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return !in(CLOSED, address) && (!(address instanceof Inet6Address) || GLOBAL.contains(address));
    }

    private static boolean in(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(List<String> cidrs) {
        return cidrs.stream().map(Network::parse).toList();
    }
}
