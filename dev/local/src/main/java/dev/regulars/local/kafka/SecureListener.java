package dev.regulars.local.kafka;

import java.nio.file.Path;
import java.util.Map;

/**
 * A further listener of a broker, as in production: TLS, and a password of each client.
 *
 * @param keystore PKCS #12, with the broker's key and certificate
 * @param password of the keystore and of {@code user} alike
 */
public record SecureListener(int port, Path keystore, String user, String password) {

    private static final String NAME = "SECURE";

    public String address() {
        return "127.0.0.1:" + port;
    }

    void addTo(Map<String, Object> broker) {
        String listener = "," + NAME + "://" + address();
        broker.merge("listeners", listener, (all, more) -> all + "" + more);
        broker.merge("advertised.listeners", listener, (all, more) -> all + "" + more);
        broker.merge("listener.security.protocol.map", "," + NAME + ":SASL_SSL", (all, more) -> all + "" + more);
        broker.put("sasl.enabled.mechanisms", "PLAIN");
        broker.put(
                "listener.name.secure.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"%s\";"
                        .formatted(user, password));
        broker.put("ssl.keystore.location", keystore.toString());
        broker.put("ssl.keystore.password", password);
        broker.put("ssl.keystore.type", "PKCS12");
    }
}
