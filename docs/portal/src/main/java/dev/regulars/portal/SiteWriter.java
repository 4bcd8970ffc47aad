package dev.regulars.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Stores each file compressed, as most browsers take it, and an index of them: path, entity tag and media type, separated by tabs.
 */
final class SiteWriter {

    private static final int TAG_LENGTH = 20;
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final Path target;
    private final Map<String, String> index = new TreeMap<>();

    SiteWriter(Path target) throws IOException {
        this.target = target;
        Files.createDirectories(target);
    }

    void write(String path, String type, String content) {
        write(path, type, content.getBytes(UTF_8));
    }

    /** An asset; what is compressed already stays so. */
    void copy(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean compressed = name.endsWith(".gz");
        String plain = compressed ? name.substring(0, name.length() - ".gz".length()) : name;
        String type = TYPES.get(plain.substring(plain.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("No media type for " + file);
        }
        byte[] content = Files.readAllBytes(file);
        write("/docs/assets/" + plain, type, compressed ? decompressed(content) : content);
    }

    void finish() throws IOException {
        List<String> lines = index.entrySet().stream()
                .map(file -> file.getKey() + "\t" + file.getValue())
                .toList();
        Files.write(target.resolve("index.tsv"), lines);
    }

    private void write(String path, String type, byte[] content) {
        String tag = tag(content);
        try {
            Files.write(target.resolve(tag + ".gz"), compressed(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        index.put(path, tag + "\t" + type);
    }

    private static byte[] compressed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] decompressed(byte[] content) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return gzip.readAllBytes();
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
