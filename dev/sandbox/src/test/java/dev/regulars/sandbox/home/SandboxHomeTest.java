package dev.regulars.sandbox.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxHomeTest {

    @TempDir
    Path folder;

    @Test
    void filesAreForTheirOwnerAlone() throws IOException {
        var home = new SandboxHome(folder, folder, 0);

        home.write("master.key", "one");
        home.write("master.key", "another");

        assertThat(Files.readString(home.file("master.key"))).isEqualTo("another");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.file("master.key"))))
                .isEqualTo("rw-------");
    }
}
