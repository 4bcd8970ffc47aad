package dev.regulars.testkit.document;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.testkit.HttpProbe;
import dev.regulars.testkit.ManagementInterface;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;

/** What every service owes whoever meets it: {@code ServiceConformance.check(port)}. */
public final class ServiceConformance {

    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private final URI root;
    private final URI management;

    private ServiceConformance(URI root, URI management) {
        this.root = root;
        this.management = management;
    }

    /** Of the service that the running {@code @QuarkusTest} started. */
    public static JsonNode check(int port) {
        return check(port, ManagementInterface.address());
    }

    /**
     * Healthy, described, and polite in the family's words to strangers and to the lost.
     *
     * @return the document, for a closer look
     */
    public static JsonNode check(int port, URI management) {
        var manners = new ServiceConformance(URI.create("http://127.0.0.1:" + port + "/"), management);
        JsonNode document = HttpProbe.document(management);
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asText()).isNotEmpty();
        manners.isHealthy();
        manners.knowsNoSuchPath();
        manners.hidesManagement();
        document.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> manners.admitsNoStranger(
                        path.getKey(), method, path.getValue().path(method), document)));
        return document;
    }

    private void isHealthy() {
        for (String health : List.of("q/health/live", "q/health/ready")) {
            await(health).atMost(60, SECONDS).until(() -> HttpProbe.json(
                            HttpProbe.send("GET", management.resolve(health)))
                    .path("status")
                    .asText()
                    .equals("UP"));
        }
    }

    private void knowsNoSuchPath() {
        HttpResponse<String> lost = HttpProbe.send("GET", root.resolve("integration/no-such-thing"));
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body()).isEqualTo("{\"status\":\"error\",\"message\":\"Not Found\"}");
        lost = HttpProbe.send("GET", root.resolve("application/no-such-thing"));
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body())
                .isEqualTo(
                        "{\"meta\":{\"status\":\"error\",\"statusCode\":404,\"code\":\"route_not_found\"},\"message\":\"Not Found\"}");
        lost = HttpProbe.send("GET", root.resolve("system/no-such-thing"));
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(HttpProbe.json(lost).at("/meta/message").asText()).isEqualTo("Not Found");
    }

    private void hidesManagement() {
        for (String path : List.of("q/health", "q/health/ready", "q/metrics", "q/openapi")) {
            assertThat(HttpProbe.send("GET", root.resolve(path)).statusCode())
                    .as(path + " on the port that others reach")
                    .isEqualTo(404);
        }
    }

    private void admitsNoStranger(String path, String method, JsonNode operation, JsonNode document) {
        String what = method.toUpperCase(Locale.ROOT) + " " + path;
        assertThat(operation.path("summary").asText()).as(what + ": summary").isNotBlank();
        assertThat(operation.has("x-needs") || operation.has("x-public"))
                .as(what + " says who may call it")
                .isTrue();
        if (operation.has("x-needs")) {
            assertThat(operation.path("security")).as(what + ": security").isNotEmpty();
            String one = path.replaceAll("\\{[^}]+}", "0".repeat(24)).substring(1);
            HttpResponse<String> answer = HttpProbe.send(method.toUpperCase(Locale.ROOT), root.resolve(one));
            assertThat(answer.statusCode()).as(what).isEqualTo(401);
            String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
            DocumentedResponses.check(what, operation, 401, type, answer.body(), document);
        }
    }
}
