package dev.regulars.sandbox.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.regulars.sandbox.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;

/** One supervisor at a time may have a folder: for as long as it keeps this, and lives. */
public final class Claim {

    private final FileChannel file;

    private Claim(FileChannel file) {
        this.file = file;
    }

    public static Claim to(Home home) {
        try {
            var claim = new Claim(FileChannel.open(home.file("lock"), CREATE, WRITE));
            if (claim.file.tryLock() == null) {
                throw new IllegalStateException("Another make up is at work in " + home.folder());
            }
            return claim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void release() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
