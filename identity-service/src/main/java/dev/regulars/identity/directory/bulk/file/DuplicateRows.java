package dev.regulars.identity.directory.bulk.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which row named somebody first. Keeps 12 bytes for each name, so that files of many rows fit into a small heap. */
public final class DuplicateRows {

    private static final int SMALLEST = 1 << 10;

    private final MessageDigest digest;
    private long[] hashes = new long[SMALLEST];
    private int[] rows = new int[SMALLEST];
    private int size;

    public DuplicateRows() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Notes the name; returns the earlier row that has it, or 0. */
    public int note(String name, int row) {
        long hash = ByteBuffer.wrap(digest.digest(name.getBytes(UTF_8))).getLong();
        int at = find(hashes, rows, hash);
        if (rows[at] != 0) {
            return rows[at];
        }
        hashes[at] = hash;
        rows[at] = row;
        size++;
        if (size * 3L > hashes.length * 2L) {
            grow();
        }
        return 0;
    }

    private void grow() {
        long[] more = new long[hashes.length * 2];
        int[] moreRows = new int[more.length];
        for (int i = 0; i < hashes.length; i++) {
            if (rows[i] != 0) {
                int at = find(more, moreRows, hashes[i]);
                more[at] = hashes[i];
                moreRows[at] = rows[i];
            }
        }
        hashes = more;
        rows = moreRows;
    }

    /** Its place, or the free one that it would have. */
    private static int find(long[] hashes, int[] rows, long hash) {
        int at = (int) hash & (hashes.length - 1);
        while (rows[at] != 0 && hashes[at] != hash) {
            at = (at + 1) & (hashes.length - 1);
        }
        return at;
    }
}
