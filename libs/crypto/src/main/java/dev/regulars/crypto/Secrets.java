package dev.regulars.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Values nobody can guess, and how those that need never be read again are kept. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHOWN = 4;

    private Secrets() {}

    public static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 64 hex digits: 256 random bits. */
    public static String key() {
        return HexFormat.of().formatHex(bytes(32));
    }

    public static String digits(int count) {
        int bound = (int) Math.pow(10, count);
        return String.format("%0" + count + "d", RANDOM.nextInt(bound));
    }

    /** SHA-256 in hex: enough for what has 256 random bits, far too little for a password. */
    public static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First and last four characters; every one between them a star (contract §3.16). */
    public static String masked(String secret) {
        return secret.substring(0, SHOWN)
                + "*".repeat(secret.length() - 2 * SHOWN)
                + secret.substring(secret.length() - SHOWN);
    }
}
