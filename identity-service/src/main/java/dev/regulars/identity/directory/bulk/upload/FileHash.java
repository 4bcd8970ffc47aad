package dev.regulars.identity.directory.bulk.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether a file is the same as another. */
final class FileHash {

    private FileHash() {}

    /** @param purpose of the file: the same content for another purpose is another file */
    static String of(String purpose, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var hashing =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            hashing.write((purpose + "\n").getBytes(UTF_8));
            in.transferTo(hashing);
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
