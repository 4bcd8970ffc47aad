package dev.regulars.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientNetworkTest {

    @Test
    void anIpv6HostIsItsNetwork() {
        assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientNetwork.of("2001:db8:1:2::9"));
        assertThat(ClientNetwork.of("2001:db8:1:3::9")).isNotEqualTo(ClientNetwork.of("2001:db8:1:2::9"));
    }

    @Test
    void anIpv4HostIsItself() {
        assertThat(ClientNetwork.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ClientNetwork.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
