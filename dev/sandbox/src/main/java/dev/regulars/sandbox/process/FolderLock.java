package dev.regulars.sandbox.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;

/** A lock on a sandbox folder, held by one supervisor while it lives. */
public final class FolderLock {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    public static FolderLock acquire(SandboxHome home) {
        try {
            var lock = new FolderLock(FileChannel.open(home.file("lock"), CREATE, WRITE));
            if (lock.file.tryLock() == null) {
                throw new IllegalStateException("Another make up is running in " + home.folder());
            }
            return lock;
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
