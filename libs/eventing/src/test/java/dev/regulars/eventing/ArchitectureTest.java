package dev.regulars.eventing;

import dev.regulars.testkit.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.regulars.platform",
                "dev.regulars.openapi",
                "dev.regulars.secrets",
                "dev.regulars.events",
                "dev.regulars.eventing"
            })
    void theLibrariesStayLibraries(String library) {
        Architecture.checkLibrary(library);
    }
}
