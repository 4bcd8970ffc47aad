package dev.regulars.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server on loopback: knows IPv4 addresses and texts of some names, never answers for others, and denies the rest. */
public final class NameServer implements AutoCloseable {

    private static final short A = 1;
    private static final short TXT = 16;
    private static final int HEADER = 12;
    private static final int RECORD_HEAD = 12;
    private static final int DATAGRAM = 4096;

    /** IPv4 addresses by name. */
    public final Map<String, List<String>> addresses = new ConcurrentHashMap<>();
    /** TXT records by name. */
    public final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    /** Names for which no answer ever comes. */
    public final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    private final DatagramSocket socket;
    private final Thread thread;

    /** On a free port. */
    public NameServer() {
        this(0);
    }

    /** @param port of UDP */
    public NameServer(int port) {
        try {
            socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofVirtual().start(this::serve);
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[DATAGRAM], DATAGRAM);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                answer(packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        var query = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        query.position(HEADER);
        String name = name(query);
        if (unanswered.contains(name)) {
            return;
        }
        short type = query.getShort();
        byte[] question = new byte[query.position() + Short.BYTES - HEADER];
        query.get(HEADER, question);
        boolean known = addresses.containsKey(name) || texts.containsKey(name);
        byte[] reply = reply(query.getShort(0), question, known, type, records(name, type));
        socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
    }

    private List<byte[]> records(String name, short type) {
        return switch (type) {
            case A ->
                addresses.getOrDefault(name, List.of()).stream()
                        .map(NameServer::bytes)
                        .toList();
            case TXT ->
                texts.getOrDefault(name, List.of()).stream()
                        .map(NameServer::counted)
                        .toList();
            default -> List.of();
        };
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] counted(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        return ByteBuffer.allocate(1 + bytes.length)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static String name(ByteBuffer query) {
        var labels = new StringJoiner(".");
        for (int length = query.get(); length > 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            labels.add(new String(label, US_ASCII));
        }
        return labels.toString();
    }

    private static byte[] reply(short id, byte[] question, boolean known, short type, List<byte[]> records) {
        int length =
                records.stream().mapToInt(record -> RECORD_HEAD + record.length).sum();
        var reply = ByteBuffer.allocate(HEADER + question.length + length);
        reply.putShort(id).putShort((short) (known ? 0x8180 : 0x8183));
        reply.putShort((short) 1).putShort((short) records.size()).putInt(0).put(question);
        for (byte[] record : records) {
            reply.putShort((short) 0xC00C).putShort(type).putShort((short) 1).putInt(0);
            reply.putShort((short) record.length).put(record);
        }
        return reply.array();
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join(); // the port is taken while the thread receives
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
