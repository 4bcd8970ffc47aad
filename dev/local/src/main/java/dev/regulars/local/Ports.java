package dev.regulars.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** TCP ports of this machine, on loopback. */
public final class Ports {

    /** Below what systems take for outgoing connections: one of those would be gone again before a server binds it. */
    private static final int FIRST_FREE = 25_000;

    private static final int FREE = 7_000;
    /** Processes that start servers side by side begin at different ones. */
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % FREE));

    private Ports() {}

    /** Each call gives another one. */
    public static int free() {
        return IntStream.generate(() -> FIRST_FREE + NEXT.getAndIncrement() % FREE)
                .limit(FREE)
                .filter(port -> !isTaken(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port is free"));
    }

    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a server can bind a port whose connections are in TIME_WAIT
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** One clear line instead of a server's stack trace. */
    public static void requireFree(int port, String user) {
        if (isTaken(port)) {
            throw new IllegalStateException("Port " + port + " is taken, and " + user + " needs it: stop what uses it");
        }
    }
}
