package dev.regulars.sandbox.service;

import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.SandboxHome;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of the services. */
public record Settings(
        SandboxHome home, Services services, String mongo, String kafka, String masterKey, String additionalKeys) {

    private static final String MANY = "100000000";

    Map<String, String> of(Replica replica) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", "" + replica.port(home));
        settings.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("QUARKUS_MANAGEMENT_PORT", "" + replica.managementPort(home));
        settings.put("MONGODB_URI", mongo);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        settings.put("REGULARS_PUBLIC_URL", home.gateway());
        settings.put("REGULARS_MASTER_KEY", masterKey);
        if (!additionalKeys.isEmpty()) {
            settings.put("REGULARS_FURTHER_MASTER_KEYS", additionalKeys);
        }
        settings.put("REGULARS_TOPICS_PARTITIONS", "3");
        settings.put("REGULARS_JWKS_URL", new Replica("identity-service", 1).address(home) + "/internal/jwks");
        for (String service : Services.NAMES) {
            settings.put(Services.addressSetting(service), services.addresses(service, home));
        }
        settings.putAll(specificTo(replica.service()));
        return settings;
    }

    private Map<String, String> specificTo(String service) {
        return switch (service) {
            case "identity-service" ->
                Map.of(
                        "REGULARS_BOOTSTRAP_OWNER", "owner@example.com",
                        "QUARKUS_MAILER_MOCK", "false",
                        "QUARKUS_MAILER_HOST", "127.0.0.1",
                        "QUARKUS_MAILER_PORT", "" + home.port(Ports.SMTP),
                        "REGULARS_THROTTLE_ADDRESS_FREE", "1000000"); // all callers share one address
            case "gateway" -> // all callers share one address, and tests and benchmarks send what they can
                Map.of(
                        "REGULARS_GATEWAY_RATE_LIMITS_ADDRESS", MANY,
                        "REGULARS_GATEWAY_RATE_LIMITS_KEY", MANY,
                        "REGULARS_GATEWAY_RATE_LIMITS_USER", MANY,
                        "REGULARS_GATEWAY_RATE_LIMITS_COMMUNITY", MANY,
                        "REGULARS_GATEWAY_RATE_LIMITS_CHAT_METHOD", MANY);
            case "webhook-service" -> Map.of("REGULARS_ENDPOINTS_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
            case "community-service", "messaging-service", "gamification-service", "rewards-service" ->
                Map.of("REGULARS_CLOCK_OFFSET_FILE", home.clockOffset().toString());
            default -> Map.of();
        };
    }
}
