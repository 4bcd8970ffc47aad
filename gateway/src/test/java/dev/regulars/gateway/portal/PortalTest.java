package dev.regulars.gateway.portal;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.regulars.gateway.PooledClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PortalTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.json", "/asyncapi.json", "/postman.json"})
    void documentsAreDownloadedOnceUntilTheyChange(String path) {
        String tag = given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", "\"other\", " + tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        given().head(path).then().statusCode(200).header("Content-Length", not(equalTo("0")));
        given().post(path).then().statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @Test
    void theDocumentsDescribeTheApiAndItsEvents() {
        given().get("/openapi.json").then().body("openapi", equalTo("3.1.0")).body("paths.size()", greaterThan(150));
        given().get("/asyncapi.json")
                .then()
                .body("asyncapi", equalTo("3.0.0"))
                .body("channels.'community.events'.messages.size()", greaterThan(10));
        given().get("/postman.json").then().body("item.item.flatten().size()", greaterThan(150));
    }

    @Test
    void theRootLeadsToThePortal() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", equalTo("/docs"));
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhereHere() {
        List<String> pages = addresses(body("/docs")).toList();
        assertThat(pages)
                .contains("/docs/reference", "/asyncapi", "/docs/user-api", "/docs/webhooks", "/docs/changelog");

        Set<String> links = pages.stream()
                .map(PortalTest::body)
                .filter(html -> html.startsWith("<!doctype html>"))
                .flatMap(PortalTest::addresses)
                .collect(toSet());

        assertThat(links).hasSizeGreaterThan(20).allSatisfy(link -> assertThat(
                        PooledClient.send("HEAD", link).statusCode())
                .isEqualTo(200));
    }

    @Test
    void aPageLoadsNothingFromElsewhereAndCanBeReadByEverybody() {
        given().get("/docs/integration-api")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("<main id=\"content\""))
                .body(containsString("POST /v1/users/info"))
                .body(containsString("class=\"skip\""));
    }

    private static String body(String path) {
        var response = PooledClient.send("GET", path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    /** Those of this server, without fragments. */
    private static Stream<String> addresses(String html) {
        return ADDRESS.matcher(html)
                .results()
                .map(one -> one.group(1).replaceFirst("#.*", ""))
                .filter(one -> one.startsWith("/"))
                .distinct();
    }
}
