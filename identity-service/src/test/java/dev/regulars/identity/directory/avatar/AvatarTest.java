package dev.regulars.identity.directory.avatar;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.service;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AvatarTest {

    @Inject
    KeepAvatars references;

    @Inject
    Outbox outbox;

    final String community = Ids.next();

    @Test
    void uploadedAvatarIsServedAndShown() throws IOException {
        var member = TestMembers.create(community);

        String url = upload(member.name(), picture(900, 600))
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("message", equalTo("Avatar uploaded successfully"))
                .body("data.avatar", startsWith("http://localhost:8080/media/identity/"))
                .extract()
                .path("data.avatar");

        byte[] shown = given().get(URI.create(url).getPath())
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .extract()
                .asByteArray();
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(512);
        user(member.id(), community, "owner")
                .get("/application/communities/" + community + "/users")
                .then()
                .body("data.avatar", hasItem(url));
        service("gamification-service")
                .body(Map.of("communityId", community, "by", "_id", "values", List.of(member.id())))
                .post("/internal/people")
                .then()
                .body("people.avatar", equalTo(List.of(url)));
    }

    @Test
    void formerAvatarIsNobodysAnyMore() throws IOException {
        var member = TestMembers.create(community);
        String first = id(upload(member.id(), picture(20, 20)));
        String second = id(upload(member.id(), picture(30, 30)));

        assertThat(isNamed(first)).isFalse();
        assertThat(isNamed(second)).isTrue();
    }

    @Test
    void unknownUsersAndOtherFilesAreRefused() throws IOException {
        upload("nobody", picture(20, 20)).then().statusCode(404);
        upload("", picture(20, 20)).then().statusCode(400).body("message", equalTo("user is required"));
        upload(TestMembers.create(community).id(), "GIF89a".getBytes())
                .then()
                .statusCode(400)
                .body("message", equalTo("image must be an image that can be decoded"));
        form(key(community, "getUserData"), "x", picture(20, 20)).then().statusCode(401);
    }

    private Response upload(String user, byte[] image) {
        return form(key(community, "manageUser"), user, image);
    }

    private static Response form(RequestSpecification caller, String user, byte[] image) {
        return caller.contentType("multipart/form-data")
                .multiPart("image", "me.png", image)
                .multiPart("user", user)
                .post("/integration/users/avatar");
    }

    private boolean isNamed(String mediaId) {
        return references
                .isNamed(CommunityId.trusted(community), mediaId)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static String id(Response uploaded) {
        String url = uploaded.then().statusCode(200).extract().path("data.avatar");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static byte[] picture(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
