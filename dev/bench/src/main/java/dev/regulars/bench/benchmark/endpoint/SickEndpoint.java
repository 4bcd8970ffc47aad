package dev.regulars.bench.benchmark.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** An endpoint that answers challenges, and everything else with a byte a second, or never. */
final class SickEndpoint implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8);

    private final boolean drips;
    private final ServerSocket server;

    SickEndpoint(boolean drips) {
        this.drips = drips;
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread unused = Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread unused = Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            String body = body(caller);
            if (body.contains("\"webhook.challenge\"")) {
                String challenge = body.replaceAll("(?s).*\"challenge\"\\s*:\\s*\"([^\"]*)\".*", "$1");
                caller.getOutputStream().write(echo(challenge));
            } else if (drips) {
                drip(caller.getOutputStream());
            } else {
                int unused = caller.getInputStream().read(); // until the caller gives up
            }
        } catch (IOException callerIsGone) {
            // it has waited long enough
        }
    }

    private static byte[] echo(String challenge) {
        String body = "{\"challenge\":\"" + challenge + "\"}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(body.length(), body)
                .getBytes(UTF_8);
    }

    private static void drip(OutputStream out) throws IOException {
        for (byte one : ANSWER) {
            out.write(one);
            out.flush();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private static String body(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        char[] body = new char[length];
        for (int read = 0; read < length; ) {
            int more = in.read(body, read, length - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        return new String(body);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
