package dev.regulars.eventing;

import dev.regulars.testkit.architecture.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.regulars.web",
                "dev.regulars.web.openapi",
                "dev.regulars.reencryption",
                "dev.regulars.events",
                "dev.regulars.eventing"
            })
    void theLibrariesStayLibraries(String library) {
        Architecture.checkLibrary(library);
    }
}
