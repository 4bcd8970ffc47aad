package dev.regulars.gateway.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The files of the portal, as the build has rendered them: stored compressed, and read when they are first asked for. */
@Singleton
class Site {

    /** @param tag entity tag, without quotes */
    record File(String path, String tag, String type) {

        boolean isPage() {
            return type.startsWith("text/html");
        }
    }

    private final Map<String, File> files = index();
    private final Map<String, Buffer> compressed = new ConcurrentHashMap<>();

    /** Null for a path that is not the portal's. */
    @Nullable
    File find(String path) {
        return files.get(path);
    }

    Buffer compressed(File file) {
        return compressed.computeIfAbsent(file.tag(), tag -> Buffer.buffer(read("/site/" + tag + ".gz")));
    }

    Buffer plain(File file) {
        try (var gzip =
                new GZIPInputStream(new ByteArrayInputStream(compressed(file).getBytes()))) {
            return Buffer.buffer(gzip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, File> index() {
        Map<String, File> files = new HashMap<>();
        new String(read("/site/index.tsv"), UTF_8).lines().forEach(line -> {
            String[] columns = line.split("\t", -1);
            files.put(columns[0], new File(columns[0], columns[1], columns[2]));
        });
        return files;
    }

    private static byte[] read(String resource) {
        try (InputStream content = Site.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new FileNotFoundException(resource);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
