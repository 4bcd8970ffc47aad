package dev.regulars.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line of the server. */
public final class Mongod {

    /** A transaction of a killed client locks its documents until the server aborts it; the default is a minute. */
    private static final int SECONDS_AN_ORPHAN_LIVES = 5;

    private Mongod() {}

    public static List<String> command(Path data, int port) {
        return List.of(
                executable(),
                "--dbpath=" + data,
                "--port=" + port,
                "--bind_ip=127.0.0.1",
                "--replSet=rs",
                "--wiredTigerCacheSizeGB=0.25",
                "--oplogSize=64",
                "--setParameter=transactionLifetimeLimitSeconds=" + SECONDS_AN_ORPHAN_LIVES);
    }

    /** Whether the program is the one that dev/local/mongod downloads: old, with known vulnerabilities. */
    public static boolean isPackaged(List<String> command) {
        return command.getFirst().endsWith("mongod-6.0.5");
    }

    private static String executable() {
        @Nullable String finder = System.getProperty("mongod");
        if (finder == null) {
            throw new IllegalStateException(
                    "Set -Dmongod=<repository>/dev/local/mongod, the script that finds MongoDB");
        }
        try {
            Process finding = new ProcessBuilder(finder)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String path = new String(finding.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (path.isEmpty()) {
                throw new IllegalStateException("No MongoDB: set MONGODB_URI (one that runs) or MONGOD_BIN (a program),"
                        + " put mongod on the PATH, or have python3 with pip so that it can be fetched");
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
