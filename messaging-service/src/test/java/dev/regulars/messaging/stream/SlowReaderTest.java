package dev.regulars.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlowReaderTest {

    KafkaRecords records;
    TestIdentity identity;
    ChatCommunity community;
    Person ben;
    String channel;

    @BeforeEach
    void found() {
        community = new ChatCommunity(records, identity);
        ben = community.member("ben");
        channel = community.channel("open");
    }

    /** It asks for the channel from its beginning again and again, and reads nothing. */
    @Test
    void whoDoesNotReadIsDropped() throws IOException {
        for (int i = 0; i < 50; i++) {
            community.send(channel, ben, "x".repeat(10_000)).then().statusCode(200);
        }
        community.seqs(channel, 50);
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            var out = socket.getOutputStream();
            out.write(("GET /application/stream HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                            + credential(ben) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String subscribe = "{\"type\":\"subscribe\",\"channels\":[{\"id\":\"" + channel + "\",\"since\":0}]}";
            var read = new StringBuilder();
            for (int round = 0; round < 5 && read.indexOf("reader too slow") < 0; round++) { // a busy machine is late
                for (int i = 0; i < 25; i++) {
                    out.write(masked(subscribe));
                }
                out.flush();
                pause(Duration.ofSeconds(6));
                read.append(available(socket));
            }
            String end = read.substring(Math.max(0, read.length() - 2_000));
            assertThat(end).contains("\"type\":\"resume\"").contains("reader too slow");
        }
    }

    private static void pause(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    private static byte[] masked(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[bytes.length + 6];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | bytes.length); // the mask is 0
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        return frame;
    }

    /** All that comes until nothing comes for two seconds: this client does not answer when the server says good-bye. */
    private static String available(Socket socket) throws IOException {
        socket.setSoTimeout(2_000);
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketTimeoutException quiet) {
            assertThat(all.size()).isPositive();
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private String credential(Person person) {
        return StreamCredentials.of(identity, community, person, "member");
    }
}
