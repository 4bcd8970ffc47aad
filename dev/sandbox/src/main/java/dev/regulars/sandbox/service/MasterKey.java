package dev.regulars.sandbox.service;

import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;

/** Generated once and kept: existing data must stay readable. */
public final class MasterKey {

    private MasterKey() {}

    /** Additional keys during a key rotation, comma-separated; empty otherwise. */
    public static String additional(SandboxHome home) {
        try {
            return Files.exists(home.file("further.keys"))
                    ? Files.readString(home.file("further.keys")).strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String of(SandboxHome home) {
        try {
            if (!Files.exists(home.file("master.key"))) {
                byte[] key = new byte[32];
                new SecureRandom().nextBytes(key);
                home.write("master.key", Base64.getEncoder().encodeToString(key));
            }
            return Files.readString(home.file("master.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
