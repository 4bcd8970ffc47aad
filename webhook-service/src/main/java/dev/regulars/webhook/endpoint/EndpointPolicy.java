package dev.regulars.webhook.endpoint;

import dev.regulars.webhook.endpoint.url.EndpointUrl;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which URLs may be called: https, configured ports, public addresses. Allowed networks are exempt from all three. */
@Singleton
public class EndpointPolicy {

    static final String NOT_PUBLIC = "must be a public address";
    private static final String LOCALHOST = "localhost";

    private final AddressPolicy addresses;
    private final List<PortRange> ports;
    private final boolean plainHttp;
    private final String portsInWords;

    EndpointPolicy(AddressPolicy addresses, WebhookClientConfig config) {
        this.addresses = addresses;
        this.ports = config.ports().stream().map(PortRange::parse).toList();
        this.plainHttp = config.plainHttp();
        this.portsInWords = String.join(", ", config.ports());
    }

    /**
     * What is certain without DNS, so that the answer to a creation does not tell which names exist inside.
     *
     * @return completes the sentence that begins with the field, null if nothing is wrong
     */
    public @Nullable String violation(EndpointUrl url) {
        byte[] literal = url.address();
        if (literal != null) {
            return violation(url, List.of(address(literal)));
        }
        boolean loopback = url.host().equals(LOCALHOST) || url.host().endsWith("." + LOCALHOST);
        return loopback ? violation(url, List.of(InetAddress.getLoopbackAddress())) : violation(url, List.of());
    }

    /** @param resolved the addresses of the host, none while they are unknown */
    public @Nullable String violation(EndpointUrl url, List<InetAddress> resolved) {
        if (!resolved.isEmpty() && resolved.stream().allMatch(addresses::isExempt)) {
            return null;
        }
        if (!resolved.stream().allMatch(addresses::allows)) {
            return NOT_PUBLIC;
        }
        if (!url.secure() && !plainHttp) {
            return "must use https";
        }
        return ports.stream().anyMatch(range -> range.contains(url.port()))
                ? null
                : "must use one of the ports " + portsInWords;
    }

    private static InetAddress address(byte[] literal) {
        try {
            return InetAddress.getByAddress(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of " + literal.length + " bytes", e);
        }
    }
}
