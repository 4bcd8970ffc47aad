package dev.regulars.media.image;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps what is written up to a number of bytes, and nothing of what is more. */
final class BoundedOutput extends OutputStream {

    private final int most;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean whole = true;

    BoundedOutput(int most) {
        this.most = most;
    }

    /** Whether all that was written is kept. */
    boolean isWhole() {
        return whole;
    }

    byte[] content() {
        return kept.toByteArray();
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (whole && kept.size() + length <= most) {
            kept.write(bytes, from, length);
        } else {
            whole = false;
            kept = new ByteArrayOutputStream();
        }
    }
}
