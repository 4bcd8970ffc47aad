package dev.regulars.rewards;

import dev.regulars.testkit.architecture.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRules() {
        Architecture.check("dev.regulars.rewards");
    }
}
