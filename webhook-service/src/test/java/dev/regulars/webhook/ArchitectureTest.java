package dev.regulars.webhook;

import dev.regulars.testkit.architecture.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void serviceFollowsTheArchitectureRules() {
        Architecture.check("dev.regulars.webhook");
    }
}
