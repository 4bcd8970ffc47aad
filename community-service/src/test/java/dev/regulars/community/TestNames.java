package dev.regulars.community;

import dev.regulars.testkit.NameServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The name server that community-service asks about domains in tests. */
public final class TestNames implements QuarkusTestResourceLifecycleManager {

    public static final NameServer NAMES = new NameServer();

    @Override
    public Map<String, String> start() {
        return Map.of("regulars.domains.name-server", NAMES.address());
    }

    @Override
    public void stop() {
        // lives as long as the tests
    }
}
