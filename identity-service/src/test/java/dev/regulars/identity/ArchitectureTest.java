package dev.regulars.identity;

import dev.regulars.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void serviceKeepsTheRules() {
        Architecture.check("dev.regulars.identity");
    }
}
