package dev.regulars.community.media;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommunityMediaTest {

    final String community = Ids.next();
    final String path = "/application/communities/" + community + "/media";

    @Test
    void uploadedPictureIsSeenByEverybody() throws IOException {
        String url = form(user(Ids.next(), community, "admin"), png())
                .post(path)
                .then()
                .statusCode(201)
                .body("message", equalTo("Create media success."))
                .body("data.url", startsWith("http://localhost:8080/media/community/"))
                .extract()
                .path("data.url");

        byte[] shown = given().get(URI.create(url).getPath())
                .then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .extract()
                .asByteArray();
        assertThat(shown).isNotEmpty();
    }

    @Test
    void onlyAdminsUpload() throws IOException {
        form(user(Ids.next(), community, "member"), png()).post(path).then().statusCode(401);
        form(key(community, "store"), png()).post(path).then().statusCode(401);
        form(user(Ids.next(), Ids.next(), "admin"), png()).post(path).then().statusCode(404);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        form(user(Ids.next(), community, "owner"), "<svg onload='alert(1)'/>".getBytes())
                .post(path)
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", equalTo("image"));
    }

    private static RequestSpecification form(RequestSpecification caller, byte[] image) {
        return caller.contentType("multipart/form-data").multiPart("image", "logo.png", image);
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
