package dev.regulars.identity.accounts.widget.page;

import dev.regulars.crypto.Secrets;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The scripts and styles of widgets, as built in {@code clients/widgets}: read once, compressed once. */
@ApplicationScoped
class Assets {

    /**
     * One file.
     *
     * @param isImmutable its name changes with its content
     */
    record Asset(String contentType, Buffer plain, Buffer gzipped, String etag, boolean isImmutable) {}

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");
    private static final int ETAG_DIGITS = 16;

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json",
            "map", "application/json",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "png", "image/png");

    private final Map<String, Asset> known = new ConcurrentHashMap<>();

    /** Empty for a file that the build does not have. */
    @Nullable
    Asset find(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            return null;
        }
        Asset asset = known.get(name);
        if (asset == null) {
            asset = read(name, type);
            if (asset != null) { // names that nothing has must not fill the memory
                known.put(name, asset);
            }
        }
        return asset;
    }

    private static @Nullable Asset read(String name, String type) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream("widgets/" + name)) {
            if (file == null) {
                Log.debugf("No widget asset %s", name);
                return null;
            }
            byte[] plain = file.readAllBytes();
            String hash = Secrets.hash(new String(plain, StandardCharsets.ISO_8859_1));
            return new Asset(
                    type,
                    Buffer.buffer(plain),
                    Buffer.buffer(gzipped(plain)),
                    '"' + hash.substring(0, ETAG_DIGITS) + '"',
                    HASHED.matcher(name).matches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
