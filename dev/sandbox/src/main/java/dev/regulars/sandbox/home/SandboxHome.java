package dev.regulars.sandbox.home;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** The folder and port offset of one sandbox. Another folder and offset allow a second one beside it. */
public record SandboxHome(Path repository, Path folder, int offset) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    public static SandboxHome fromEnvironment() {
        Path repository =
                Path.of(System.getProperty("repository", ".")).toAbsolutePath().normalize();
        Map<String, String> env = System.getenv();
        String folder = env.getOrDefault("REGULARS_SANDBOX_HOME", ".sandbox");
        int offset = Integer.parseInt(env.getOrDefault("REGULARS_SANDBOX_PORT_OFFSET", "0"));
        return new SandboxHome(repository, repository.resolve(folder), offset);
    }

    public int port(int usual) {
        return usual + offset;
    }

    public String gateway() {
        return "http://localhost:" + port(Ports.GATEWAY);
    }

    public String control() {
        return "http://localhost:" + port(Ports.CONTROL);
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Where mail and control server listen: on loopback, but for a container, whose ports are published to loopback. */
    public String host() {
        return System.getenv().getOrDefault("REGULARS_SANDBOX_HOST", "127.0.0.1");
    }

    /** By how many seconds the days of communities are ahead. */
    public Path clockOffset() {
        return file("clock");
    }

    public Path log(String name) {
        return folder("logs").resolve(name + ".log");
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Atomic: readers see the old or the new text. For the owner alone, since there are keys and passwords in it. */
    public void write(String name, String text) {
        Path temporary = file(name + ".half");
        try {
            Files.deleteIfExists(temporary);
            Files.createFile(temporary, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(temporary, text);
            Files.move(temporary, file(name), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
