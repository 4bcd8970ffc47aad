package dev.regulars.messaging.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A widget's credential is good on the pages that its community listed. */
@QuarkusTest
class WidgetStreamTest {

    private static final Map<String, String> LISTED = Map.of("Origin", "https://shop.example.com");
    private static final Map<String, String> UNLISTED = Map.of("Origin", "https://thief.example.com");
    private static final Map<String, String> OURS =
            Map.of("Origin", "https://api.example.com", "X-Regulars-Host", "api.example.com");

    KafkaRecords records;
    TestIdentity identity;
    String channel;
    String credential;

    @BeforeEach
    void found() {
        var community = new ChatCommunity(records, identity);
        channel = community.channel("open");
        credential = widget(community, community.member("ben"));
    }

    @Test
    void listedPagesAndProgramsReadTheStream() {
        for (Map<String, String> headers : List.of(LISTED, OURS, Map.<String, String>of())) {
            try (var client = new StreamClient(credential, headers)) {
                client.subscribe(channel);
            }
        }
    }

    @Test
    void otherPagesDoNot() {
        try (var client = new StreamClient(credential, UNLISTED)) {
            assertThat(client.awaitClose()).isEqualTo(CloseCode.NOT_ALLOWED.code());
        }
        try (var client = new StreamClient("", UNLISTED)) {
            client.say("{\"type\":\"auth\",\"token\":\"" + credential + "\"}");
            assertThat(client.awaitClose()).isEqualTo(CloseCode.NOT_ALLOWED.code());
        }
        given().headers(UNLISTED)
                .header("Authorization", "Bearer " + credential)
                .queryParam("channels", channel)
                .get("/application/stream")
                .then()
                .statusCode(401)
                .header("X-Error-Code", "permission_missing");
    }

    private String widget(ChatCommunity community, Person person) {
        String value = UUID.randomUUID().toString();
        String token = Jwt.subject("widget")
                .issuer("regulars-identity")
                .audience("regulars-internal")
                .claim("caller", "widget")
                .claim("account", person.accountId())
                .claim("userId", person.userId())
                .claim("community", community.id)
                .claim("level", "member")
                .claim("origins", List.of("https://shop.example.com"))
                .expiresIn(60)
                .sign();
        identity.addCredential(value, token, List.of());
        return value;
    }
}
