package dev.regulars.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.locks.LockSupport;

/** Resets each connection soon after its first response, which promised to keep it open: as a process that ends does. */
final class ResettingServer implements AutoCloseable {

    private static final int LONGEST_PAUSE_MICROS = 3_000;
    private static final byte[] RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);
    private static final String LENGTH = "content-length: ";

    private final ServerSocket server;
    private final Thread thread = new Thread(this::serve, "resetting-server");

    ResettingServer(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        thread.start();
    }

    private void serve() {
        for (int i = 0; !server.isClosed(); i++) {
            try (Socket connection = server.accept()) {
                connection.setTcpNoDelay(true);
                connection.setSoLinger(true, 0);
                read(new BufferedInputStream(connection.getInputStream()));
                connection.getOutputStream().write(RESPONSE);
                LockSupport.parkNanos(i * 7_919L % LONGEST_PAUSE_MICROS * 1_000);
            } catch (SocketException e) {
                continue; // closed by the test, or by the client
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void read(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase().startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()));
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
