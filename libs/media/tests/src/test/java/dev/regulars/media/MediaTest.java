package dev.regulars.media;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.regulars.media.image.SampleImages;
import dev.regulars.media.picture.NamedPictures;
import dev.regulars.web.value.Ids;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaTest {
    private static final byte[] JPEG = SampleImages.jpeg(600, 400);

    @Inject
    NamedPictures references;

    @Inject
    ReactiveMongoClient mongo;

    @Inject
    Media media;

    final String community = Ids.next();
    final String member = Ids.next();

    @Test
    void imageIsServedUnderHeadersThatLeaveItAnImage() {
        String url = upload(JPEG, "all").then().statusCode(201).extract().path("data.url");
        assertThat(url).startsWith("http://localhost:8080/media/pictures/");

        Response shown = follow(url);

        shown.then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "public, max-age=31536000, immutable");
        assertThat(shown.getHeaders().getList("Cache-Control")).hasSize(1);
        assertThat(shown.asByteArray()).startsWith(0xFF, 0xD8);
        given().urlEncodingEnabled(false)
                .header("If-None-Match", shown.header("ETag"))
                .get(local(url))
                .then()
                .statusCode(304);
    }

    @Test
    void restrictedImageIsSeenBySignedAddressesOnly() {
        Response uploaded = upload(JPEG, "few");
        String signed = uploaded.path("data.signedUrl");
        String thumbnail = uploaded.path("data.thumbnail");

        follow(signed).then().statusCode(200).header("Cache-Control", containsString("private"));
        assertThat(follow(thumbnail).asByteArray().length)
                .isLessThan(follow(signed).asByteArray().length);
        follow(uploaded.path("data.url")).then().statusCode(404).body("message", equalTo("Record Not Found"));
        follow(signed.replaceFirst("expires=\\d", "expires=9")).then().statusCode(404);
        follow(signed.replaceFirst("expires=\\d+", "expires=1000000000")).then().statusCode(404);
        follow(signed.replaceFirst("signature=.{4}", "signature=0000")).then().statusCode(404);
        String other = upload(JPEG, "few").path("data.id");
        follow(signed.replaceFirst("[0-9a-f]{24}", other)).then().statusCode(404);
    }

    @Test
    void unknownAddressesShowNothing() {
        for (String id : List.of("0".repeat(24), "x", "..%2Fmedia", "%00")) {
            given().urlEncodingEnabled(false)
                    .get("/media/pictures/" + id)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void repeatUnderTheSameKeyStoresNothing() {
        String key = UUID.randomUUID().toString();

        String first = as().header("Idempotency-Key", key)
                .multiPart("image", "a.jpg", JPEG)
                .post(path())
                .path("data.id");
        String again = as().header("Idempotency-Key", key)
                .multiPart("image", "b.jpg", JPEG)
                .post(path())
                .path("data.id");

        assertThat(again).isEqualTo(first);
        assertThat(count("media", eq("communityId", community))).isEqualTo(1);
        as().header("Idempotency-Key", key)
                .multiPart("image", "a.jpg", SampleImages.jpeg(9, 9))
                .post(path())
                .then()
                .statusCode(422);
    }

    @Test
    void whatNothingNamesIsRemovedWithItsBytes() {
        String named = upload(JPEG, "all").path("data.id");
        String unnamed = upload(JPEG, "all").path("data.id");
        references.named.add(named);

        change(named, set("checkAt", Instant.now().minusSeconds(1)));
        change(unnamed, set("checkAt", Instant.now().minusSeconds(1)));

        await().atMost(ofSeconds(10)).until(() -> count("media", eq("_id", unnamed)) == 0);
        assertThat(count("media.files", eq("_id", unnamed))).isZero();
        assertThat(count("media.files", eq("_id", unnamed + "-thumbnail"))).isZero();
        await().atMost(ofSeconds(10)).until(() -> follow(media.url(named)).statusCode() == 200);
        references.named.remove(named);
        change(named, set("checkAt", Instant.now().minusSeconds(1)));
        await().atMost(ofSeconds(10)).until(() -> follow(media.url(named)).statusCode() == 404);
    }

    @Test
    void ownAddressesAreRecognized() {
        String id = "0123456789abcdef01234567";

        assertThat(media.idOf(media.url(id))).isEqualTo(id);
        assertThat(media.idOf(media.signedUrl(id).url())).isEqualTo(id);
        assertThat(media.idOf("https://elsewhere.example.com/media/pictures/" + id))
                .isNull();
        assertThat(media.idOf(media.url("../x"))).isNull();
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

    private static Response follow(String url) {
        return given().urlEncodingEnabled(false).get(local(url));
    }

    private static String local(String url) {
        URI at = URI.create(url);
        return at.getRawPath() + (at.getRawQuery() == null ? "" : "?" + at.getRawQuery());
    }

    private void change(String id, org.bson.conversions.Bson change) {
        var unused = mongo.getDatabase("pictures")
                .getCollection("media")
                .updateOne(eq("_id", id), change)
                .await()
                .atMost(ofSeconds(10));
    }

    private long count(String collection, org.bson.conversions.Bson which) {
        return mongo.getDatabase("pictures")
                .getCollection(collection, Document.class)
                .countDocuments(which)
                .await()
                .atMost(ofSeconds(10));
    }
}
