package dev.regulars.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server on loopback: knows TXT records of some names and denies the rest. */
public final class NameServer implements AutoCloseable {

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();

    private static final short TXT = 16;
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private final Thread thread;

    /** @param port of UDP */
    public NameServer(int port) {
        try {
            socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofVirtual().start(this::serve);
    }

    /** The TXT records of names. */
    public Map<String, List<String>> records() {
        return records;
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[4096], 4096);
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
        byte[] question = new byte[query.position() + 4 - HEADER];
        query.get(HEADER, question);
        List<String> known = records.getOrDefault(name, List.of());
        byte[] reply = reply(query.getShort(0), question, known);
        socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
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

    private static byte[] reply(short id, byte[] question, List<String> texts) throws IOException {
        var head = ByteBuffer.allocate(HEADER);
        head.putShort(id).putShort((short) (texts.isEmpty() ? 0x8183 : 0x8180));
        head.putShort((short) 1).putShort((short) texts.size()).putInt(0);
        var reply = new ByteArrayOutputStream();
        reply.write(head.array());
        reply.write(question);
        for (String text : texts) {
            byte[] bytes = text.getBytes(US_ASCII);
            var record = ByteBuffer.allocate(HEADER + 1 + bytes.length);
            record.putShort((short) 0xC00C).putShort(TXT).putShort((short) 1).putInt(0);
            record.putShort((short) (bytes.length + 1)).put((byte) bytes.length).put(bytes);
            reply.write(record.array());
        }
        return reply.toByteArray();
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
