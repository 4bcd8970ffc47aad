package dev.regulars.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.sandbox.home.SandboxHome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFileTest {

    @TempDir
    Path folder;

    private SandboxHome home;
    private DemoFile file;

    @BeforeEach
    void decrypt() {
        home = new SandboxHome(folder, folder, 0);
        file = new DemoFile(home);
    }

    @Test
    void wipesIncompleteData() {
        home.write(home.folder("data/mongo").resolve("file").toString(), "half");
        assertThat(file.wipeIncomplete()).isTrue();
        assertThat(home.file("data")).doesNotExist();
    }

    @Test
    void keepsCompleteData() {
        Path data = home.folder("data/mongo");
        home.write(data.resolve("file").toString(), "whole");
        home.write("sandbox.json", "{}");
        assertThat(file.wipeIncomplete()).isFalse();
        assertThat(data.resolve("file")).exists();
    }

    @Test
    void aFileWithoutDataIsDeleted() {
        home.write("sandbox.json", "{}");
        assertThat(file.wipeIncomplete()).isTrue();
        assertThat(file.read()).isEmpty();
    }
}
