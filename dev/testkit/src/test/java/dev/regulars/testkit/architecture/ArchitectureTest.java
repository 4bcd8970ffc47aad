package dev.regulars.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sizes of all source files of the repository. */
class ArchitectureTest {

    @Test
    void everyPackageIsASubjectAndEveryFileIsShort() {
        assertThat(SourceFiles.violations(Path.of(System.getProperty("repository"))))
                .as("more than 12 files in a package, or 250 lines in a file: split by subject")
                .isEmpty();
    }

    @Test
    void plantedPackageAndPlantedFileAreFound(@TempDir Path root) throws IOException {
        Path drawer = Files.createDirectories(root.resolve("a-service/src/main/java/drawer"));
        for (int i = 0; i < 13; i++) {
            Files.writeString(drawer.resolve("Thing" + i + ".java"), "class Thing" + i + " {}\n");
        }
        Path test = Files.createDirectories(root.resolve("a-service/src/test/java/drawer"));
        Files.writeString(test.resolve("LongTest.java"), "// a line\n".repeat(251));

        assertThat(SourceFiles.violations(root))
                .containsExactly(
                        "a-service/src/main/java/drawer has 13 files",
                        "a-service/src/test/java/drawer/LongTest.java has 251 lines");
    }
}
