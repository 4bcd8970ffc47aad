package dev.regulars.messaging.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.messaging.ChatCommunity;
import dev.regulars.messaging.ChatCommunity.Person;
import dev.regulars.messaging.TestIdentity;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImageResourceTest {

    KafkaRecords records;
    TestIdentity identity;

    @Test
    void anUploadedImageIsShownToThoseWhoSeeTheMessage() throws IOException {
        var community = new ChatCommunity(records, identity);
        String gold = community.role();
        Person gil = community.member("gil", gold);
        Person ben = community.member("ben");
        String hidden = community.channelOf(gold);
        Response uploaded = upload(community, png());
        uploaded.then().statusCode(200).body("", hasSize(1)).body("[0].name", equalTo("a.png"));
        String id = uploaded.path("[0].id");
        String url = uploaded.path("[0].url");

        community.as(gil).get("/application/images/{id}/url", id).then().statusCode(404);
        community.send(hidden, gil, "", "images", List.of(url)).then().statusCode(200);
        String shown = community.list("channel_id=" + hidden).path("data.messages[0].images[0]");
        assertThat(shown).contains(id).contains("signature");
        assertThat(get(shown)).isEqualTo(200);
        assertThat(get(shown.replaceAll("signature=.", "signature=_"))).isEqualTo(404);
        community
                .as(gil)
                .get("/application/images/{id}/url", id)
                .then()
                .statusCode(200)
                .body("data.thumbnail", containsString(id));
        community.as(ben).get("/application/images/{id}/url", id).then().statusCode(404);
    }

    @Test
    void whatIsNoImageOrGoneIsRefused() throws IOException {
        var community = new ChatCommunity(records, identity);
        Person ben = community.member("ben");
        String channel = community.channel("open");
        upload(community, "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(400);
        String url = upload(community, png()).path("[0].url");
        String gone = url.replaceAll("[0-9a-f]{24}", "f".repeat(24));
        community.send(channel, ben, "", "images", List.of(gone)).then().statusCode(400);
        var other = new ChatCommunity(records, identity);
        other.send(other.channel("open"), other.owner, "", "images", List.of(url))
                .then()
                .statusCode(400);
    }

    /** At the service itself: the gateway's path is /media/messaging/{id}. */
    private static int get(String url) {
        URI at = URI.create(url);
        String path = at.getPath().replaceFirst("^/media/messaging", "/media/messaging");
        return given().get(path + "?" + at.getQuery()).statusCode();
    }

    private static Response upload(ChatCommunity community, byte[] file) {
        return community
                .byKey()
                .contentType("multipart/form-data")
                .multiPart("images", "a.png", file, "image/png")
                .post("/integration/messages/upload-image");
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
