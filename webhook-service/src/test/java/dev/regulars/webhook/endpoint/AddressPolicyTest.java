package dev.regulars.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    record Config(Optional<List<String>> allowedNetworks) implements WebhookClientConfig {
        @Override
        public boolean plainHttp() {
            return false;
        }

        @Override
        public List<String> ports() {
            return List.of("443", "1024-65535");
        }

        @Override
        public Optional<List<String>> nameServers() {
            return Optional.empty();
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofSeconds(10);
        }

        @Override
        public List<Duration> schedule() {
            return List.of();
        }

        @Override
        public int restAfter() {
            return 10;
        }

        @Override
        public Duration rest() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration longestRest() {
            return Duration.ofMinutes(5);
        }
    }

    static final AddressPolicy DEFAULT = new AddressPolicy(new Config(Optional.empty()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "168.63.129.16",
                "224.0.0.1",
                "255.255.255.255",
                "198.51.100.7",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fe80::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001:db8::1",
                "2001::1"
            })
    void nonPublicAddressesAreRefused(String address) throws Exception {
        assertThat(DEFAULT.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "2a00:1450::1"})
    void publicAddressesAreAllowed(String address) throws Exception {
        assertThat(DEFAULT.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void configuredPrivateNetworkIsAllowedAndItsNeighboursAreNot() throws Exception {
        var policy = new AddressPolicy(new Config(Optional.of(List.of("10.20.0.0/15", " ::1/128"))));

        assertThat(policy.allows(InetAddress.getByName("10.21.0.1"))).isTrue();
        assertThat(policy.allows(InetAddress.getByName("10.22.0.1"))).isFalse();
        assertThat(policy.allows(InetAddress.getByName("::1"))).isTrue();
        assertThat(policy.allows(InetAddress.getByName("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.com/8", "10.0.0/x", ""})
    void malformedNetworkPreventsStart(String cidr) {
        assertThatThrownBy(() -> CidrRange.parse(cidr)).isInstanceOf(IllegalArgumentException.class);
    }
}
