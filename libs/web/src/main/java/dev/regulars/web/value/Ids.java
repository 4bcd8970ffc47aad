package dev.regulars.web.value;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/** Ids of new documents, as MongoDB makes them: 24 hex digits that begin with the time. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PROCESS = random(5);
    private static final AtomicInteger COUNTER = new AtomicInteger(RANDOM.nextInt());
    private static final int BYTES = 12;

    private Ids() {}

    public static String next() {
        int count = COUNTER.incrementAndGet();
        byte[] id = ByteBuffer.allocate(BYTES)
                .putInt((int) (System.currentTimeMillis() / 1_000))
                .put(PROCESS)
                .put((byte) (count >> 16))
                .putShort((short) count)
                .array();
        return HexFormat.of().formatHex(id);
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
