package dev.regulars.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection to the gateway on which a test decides about every byte. */
public final class RawConnection implements AutoCloseable {

    public static final int PORT = 28_080;

    private static final int SILENCE_MILLIS = 100;

    private final Socket socket = new Socket("127.0.0.1", PORT);

    public RawConnection() throws IOException {}

    /** All that is answered to a request on a connection of its own. */
    public static String exchange(String request) throws IOException {
        try (var connection = new RawConnection()) {
            connection.send(request);
            return connection.read(Duration.ofSeconds(5));
        }
    }

    public void send(String bytes) throws IOException {
        send(bytes.getBytes(ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException e) {
            if (!socket.isConnected()) {
                throw e; // else the gateway has answered and closed meanwhile
            }
        }
    }

    /** What is answered, if it begins in this time, until the connection ends or is silent. */
    public String read(Duration patience) throws IOException {
        return new String(readBytes(patience), ISO_8859_1);
    }

    public byte[] readBytes(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        var read = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        try {
            for (int n = socket.getInputStream().read(part);
                    n >= 0;
                    n = socket.getInputStream().read(part)) {
                read.write(part, 0, n);
                socket.setSoTimeout(SILENCE_MILLIS);
            }
        } catch (SocketTimeoutException silent) {
            return read.toByteArray();
        } catch (SocketException reset) {
            return read.toByteArray();
        }
        return read.toByteArray();
    }

    /** Whether the gateway closes the connection in this time. */
    public boolean closesWithin(Duration time) throws IOException {
        long deadline = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() - deadline < 0) {
                socket.setSoTimeout((int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
