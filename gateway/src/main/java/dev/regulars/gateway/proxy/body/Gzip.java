package dev.regulars.gateway.proxy.body;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.ProxyContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses text for clients that ask for it. Short bodies, images and streams are left as they are. */
final class Gzip {

    private static final int LEAST = 1 << 10;
    private static final Pattern TEXT =
            Pattern.compile("(?i)(text/(?!event-stream).*|application/(.*\\+)?(json|xml)\\b.*|image/svg\\+xml.*)");
    private static final Pattern REFUSED = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    private Gzip() {}

    /** Whether the response would be compressed if it is long enough. */
    static boolean applies(ProxyContext context) {
        String accepted = context.request().proxiedRequest().headers().get("Accept-Encoding");
        if (accepted == null) {
            return false;
        }
        String encodings = accepted.toLowerCase(Locale.ROOT);
        MultiMap headers = context.response().headers();
        String type = headers.get("Content-Type");
        return encodings.contains("gzip")
                && !REFUSED.matcher(encodings).find()
                && type != null
                && TEXT.matcher(type).matches()
                && !headers.contains("Content-Encoding");
    }

    /** The body as the client gets it; headers are changed accordingly. */
    static Buffer encode(ProxyContext context, Buffer body) {
        if (body.length() < LEAST || !applies(context)) {
            return body;
        }
        Buffer compressed = compress(body);
        MultiMap headers = context.response().headers();
        headers.set("Content-Encoding", "gzip").add("Vary", "Accept-Encoding");
        headers.set("Content-Length", String.valueOf(compressed.length()));
        return compressed;
    }

    private static Buffer compress(Buffer body) {
        var bytes = new ByteArrayOutputStream(body.length() / 2);
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }
}
