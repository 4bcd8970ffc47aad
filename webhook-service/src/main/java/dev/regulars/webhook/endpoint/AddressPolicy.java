package dev.regulars.webhook.endpoint;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/** Decides which addresses may be called: public ones and the configured networks. Protects against SSRF. */
@Singleton
class AddressPolicy {

    /** Private, loopback, link-local, metadata, documentation, multicast and reserved ranges. */
    private static final List<CidrRange> NOT_PUBLIC = ranges(List.of(
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

    /** No IPv6 address outside this range is public. */
    private static final CidrRange GLOBAL_UNICAST = CidrRange.parse("2000::/3");

    private final List<CidrRange> allowed;

    AddressPolicy(WebhookClientConfig config) {
        this.allowed = ranges(config.allowedNetworks().orElse(List.of()));
    }

    boolean allows(InetAddress address) {
        return isExempt(address) || isPublic(address);
    }

    /** In one of the networks that the operator allows although they are not public. */
    boolean isExempt(InetAddress address) {
        return in(allowed, address);
    }

    private static boolean isPublic(InetAddress address) {
        return !in(NOT_PUBLIC, address) && (!(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address));
    }

    private static boolean in(List<CidrRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<CidrRange> ranges(List<String> cidrs) {
        return cidrs.stream().map(CidrRange::parse).toList();
    }
}
