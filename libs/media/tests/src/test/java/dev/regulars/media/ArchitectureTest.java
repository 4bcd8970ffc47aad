package dev.regulars.media;

import dev.regulars.testkit.architecture.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theLibraryStaysALibrary() {
        Architecture.checkLibrary("dev.regulars.media");
    }
}
