package dev.regulars.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.webhook.endpoint.url.EndpointUrl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://example.com/           |
            https://example.com:8443/      |
            https://1.1.1.1/               |
            http://example.com:6379/       | must use https
            http://example.com/            | must use https
            https://example.com:6379/      |
            https://example.com:22/        | must use one of the ports 443, 1024-65535
            https://example.com:80/        | must use one of the ports 443, 1024-65535
            https://10.0.0.1/              | must be a public address
            https://localhost/             | must be a public address
            https://app.localhost/         | must be a public address
            https://inside.example/        |
            """)
    void w8WithoutConfigurationOnlyHttpsToPublicAddresses(String url, String violation) {
        assertThat(policy(Optional.empty()).violation(EndpointUrl.of(url))).isEqualTo(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.1:80/           |
            http://[::1]:6379/             |
            http://localhost:22/           |
            http://example.com/            | must use https
            https://example.com:22/        | must use one of the ports 443, 1024-65535
            https://10.0.0.1/              | must be a public address
            """)
    void allowedNetworksMayUsePlainHttpAndAnyPort(String url, String violation) {
        var loopback = policy(Optional.of(List.of("127.0.0.0/8", "::1/128")));

        assertThat(loopback.violation(EndpointUrl.of(url))).isEqualTo(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "443-", "1-2-3", "-1"})
    void malformedPortsPreventStart(String ports) {
        assertThatThrownBy(() -> PortRange.parse(ports)).isInstanceOf(IllegalArgumentException.class);
    }

    private static EndpointPolicy policy(Optional<List<String>> allowed) {
        var config = new AddressPolicyTest.Config(allowed);
        return new EndpointPolicy(new AddressPolicy(config), config);
    }
}
