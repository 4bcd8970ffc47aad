package dev.regulars.media;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.regulars.testkit.Tokens.user;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.media.image.SampleImages;
import dev.regulars.testkit.Concurrently;
import dev.regulars.web.value.Ids;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads that are refused or counted. */
@QuarkusTest
class UploadLimitsTest {
    private static final RestAssuredConfig FORMS_AS_TEXT = RestAssuredConfig.config()
            .encoderConfig(new EncoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT));
    private static final byte[] JPEG = SampleImages.jpeg(600, 400);

    @Inject
    ReactiveMongoClient mongo;

    @Inject
    Media media;

    final String community = Ids.next();
    final String member = Ids.next();

    @Test
    void whatIsNoImageIsRefusedInTheWordsOfTheFamily() {
        upload(SampleImages.svg(), "all")
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("image must be a JPEG, PNG, GIF or WebP image"));
        as().multiPart("picture", "a.jpg", JPEG)
                .post(path())
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("image is required"));
        user(member, community, "member").body("{}").post(path()).then().statusCode(415);
    }

    @Test
    void malformedFormIsRefused() {
        for (String form : List.of(
                "{",
                "",
                "--x\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a\"\r\n",
                "--x\r\n[]--x--\r\n",
                "--x\r\nno header\r\n\r\n\r\n--x--\r\n")) {
            given().config(FORMS_AS_TEXT)
                    .auth()
                    .oauth2(token())
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .body(form)
                    .post(path())
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void uploadsAreLimited() {
        upload(new byte[(1 << 20) + 1], "all").then().statusCode(413).body("message", equalTo("image exceeds 1 MiB"));

        List<Response> many = Concurrently.call(10, one -> upload(SampleImages.svg(), "all"));

        assertThat(many.stream().map(Response::statusCode).filter(status -> status == 429))
                .hasSize(4);
        Response last = upload(JPEG, "all");
        last.then().statusCode(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 3_600);
    }

    @Test
    void storageOfACommunityIsLimited() {
        String id = upload(JPEG, "all").path("data.id");
        change(id, set("bytes", 3L << 20));

        upload(JPEG, "all").then().statusCode(413).body("message", equalTo("storage of the community exceeds 3 MiB"));
    }

    private Response upload(byte[] content, String audience) {
        return as().multiPart("image", "photo.exe", content)
                .multiPart("audience", audience)
                .post(path());
    }

    private io.restassured.specification.RequestSpecification as() {
        return given().auth().oauth2(token());
    }

    private String token() {
        return io.smallrye.jwt.build.Jwt.subject(member)
                .issuer("regulars-identity")
                .audience("regulars-internal")
                .claim("caller", "user")
                .claim("account", member)
                .claim("userId", "7")
                .claim("community", community)
                .claim("level", "member")
                .expiresIn(300)
                .sign();
    }

    private String path() {
        return "/application/communities/" + community + "/pictures";
    }

    private void change(String id, org.bson.conversions.Bson change) {
        var unused = mongo.getDatabase("pictures")
                .getCollection("media")
                .updateOne(eq("_id", id), change)
                .await()
                .atMost(ofSeconds(10));
    }
}
