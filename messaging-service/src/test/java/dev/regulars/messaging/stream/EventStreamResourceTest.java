package dev.regulars.messaging.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventStreamResourceTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    KafkaRecords records;
    TestIdentity identity;

    @Test
    void eventsSayWhereTheyAreAndTheStreamGoesOnFromThere() throws Exception {
        var community = new ChatCommunity(records, identity);
        Person ben = community.member("ben");
        String channel = community.channel("open");
        for (String text : List.of("One", "Two", "Three")) {
            community.send(channel, ben, text).then().statusCode(200);
        }
        List<Long> seqs = community.seqs(channel, 3);
        String credential = credential(community, ben);

        assertThat(read("channels=" + channel + "&since=0", credential, "", "Three"))
                .contains("id:" + seqs.getLast())
                .contains("One", "Two", "Three");
        assertThat(read("channels=" + channel, credential, String.valueOf(seqs.getFirst()), "Three"))
                .contains("Two")
                .doesNotContain("\"One\"");
    }

    @Test
    void refusalsAreThoseOfTheFamily() throws Exception {
        var community = new ChatCommunity(records, identity);
        Person ben = community.member("ben");
        String channel = community.channel("open");
        String hidden = community.channelOf(community.role());
        String credential = credential(community, ben);

        assertThat(status("channels=" + channel, "unknown")).isEqualTo(401);
        assertThat(status("", credential)).isEqualTo(400);
        assertThat(status("channels=x", credential)).isEqualTo(400);
        assertThat(status("channels=" + channel + "&since=1,2", credential)).isEqualTo(400);
        assertThat(status("channels=" + hidden, credential)).isEqualTo(404);
        assertThat(status("channels=" + channel + "&since=4503599627370496", credential))
                .isEqualTo(400);
    }

    /** All up to the event with a text. */
    private static String read(String query, String credential, String lastEventId, String until)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(query)).header("Authorization", "Bearer " + credential);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try (var lines = HTTP.send(request.build(), BodyHandlers.ofLines()).body()) {
            var it = lines.iterator();
            var all = new StringBuilder();
            while (it.hasNext()) {
                String line = it.next();
                all.append(line).append('\n');
                if (line.startsWith("data") && line.contains("\"" + until + "\"")) {
                    break;
                }
            }
            return all.toString().lines().map(String::strip).collect(Collectors.joining("\n"));
        }
    }

    private static int status(String query, String credential) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(query))
                .header("Authorization", "Bearer " + credential)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static URI at(String query) {
        return URI.create("http://localhost:" + RestAssured.port + "/application/stream?" + query);
    }

    private String credential(ChatCommunity community, Person person) {
        return StreamCredentials.of(identity, community, person, "member");
    }
}
