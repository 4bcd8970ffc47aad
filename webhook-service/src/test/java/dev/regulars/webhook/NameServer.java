package dev.regulars.webhook;

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
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server on loopback: knows IPv4 addresses of some names, never answers for others, and denies the rest. */
public final class NameServer implements AutoCloseable {

    public final Map<String, List<String>> addresses = new ConcurrentHashMap<>();
    public final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    private static final short A = 1;
    private static final int HEADER = 12;

    private final DatagramSocket socket;

    public NameServer() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
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
        short type = query.getShort();
        if (unanswered.contains(name)) {
            return;
        }
        byte[] question = new byte[query.position() + 2 - HEADER];
        query.get(HEADER, question);
        List<String> known = addresses.getOrDefault(name, List.of());
        byte[] reply = reply(query.getShort(0), question, known.isEmpty(), type == A ? known : List.of());
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

    private static byte[] reply(short id, byte[] question, boolean unknown, List<String> addresses) throws IOException {
        var head = ByteBuffer.allocate(HEADER);
        head.putShort(id).putShort((short) (unknown ? 0x8183 : 0x8180));
        head.putShort((short) 1).putShort((short) addresses.size()).putInt(0);
        var reply = new ByteArrayOutputStream();
        reply.write(head.array());
        reply.write(question);
        for (String address : addresses) {
            var record = ByteBuffer.allocate(16);
            record.putShort((short) 0xC00C)
                    .putShort(A)
                    .putShort((short) 1)
                    .putInt(0)
                    .putShort((short) 4);
            reply.write(record.put(InetAddress.getByName(address).getAddress()).array());
        }
        return reply.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
