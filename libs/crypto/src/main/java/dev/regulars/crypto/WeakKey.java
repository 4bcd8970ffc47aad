package dev.regulars.crypto;

import java.util.Arrays;
import java.util.BitSet;

/** Keys that nobody draws at random: zeros, repeated bytes, counted bytes, samples of documents. */
final class WeakKey {

    /** Of 32 random bytes some 30 differ; fewer than these come once in 10²² keys. */
    private static final int LEAST_DIFFERENT = 12;

    private WeakKey() {}

    static boolean is(byte[] key) {
        return different(key) < LEAST_DIFFERENT || isRepeated(key) || isCounted(key);
    }

    private static long different(byte[] key) {
        var seen = new BitSet(256);
        for (byte one : key) {
            seen.set(one & 0xff);
        }
        return seen.cardinality();
    }

    /** Some beginning again and again. */
    private static boolean isRepeated(byte[] key) {
        for (int period = 1; period <= key.length / 2; period++) {
            if (Arrays.equals(key, 0, key.length - period, key, period, key.length)) {
                return true;
            }
        }
        return false;
    }

    /** 00 01 02 …, or with another step. */
    private static boolean isCounted(byte[] key) {
        byte step = (byte) (key[1] - key[0]);
        for (int i = 1; i < key.length; i++) {
            if ((byte) (key[i] - key[i - 1]) != step) {
                return false;
            }
        }
        return true;
    }
}
