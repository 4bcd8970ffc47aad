package dev.regulars.systemtest.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClients;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.KafkaEvents;
import dev.regulars.systemtest.sandbox.NewMembers;
import dev.regulars.systemtest.sandbox.ReceivedDelivery;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.ManagementInterface;
import dev.regulars.testkit.document.CommittedDocuments;
import dev.regulars.testkit.document.ServiceConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedSandbox.class)
class TourIT {

    private static final List<String> SERVICES = List.of(
            "gateway",
            "identity-service",
            "community-service",
            "messaging-service",
            "gamification-service",
            "rewards-service",
            "analysis-service",
            "webhook-service");

    private static final Pattern STATUS = Pattern.compile(" \\((\\d{3})\\)$", Pattern.MULTILINE);

    private final SandboxProcess sandbox;

    TourIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    @RepeatedTest(3)
    void everyLineOfTheTourWorksAsPrinted() throws IOException, InterruptedException {
        String output = runTour();
        List<String> statuses =
                STATUS.matcher(output).results().map(status -> status.group(1)).toList();
        assertThat(statuses).as(output).hasSize(calls());
        assertThat(statuses.subList(0, statuses.size() - 1)).as(output).allMatch(status -> status.startsWith("2"));
        assertThat(statuses.getLast()).isEqualTo("401");
        assertThat(output.split("\"text\" : .*ben\\d"))
                .as("one by GCM, one by CBC in " + output)
                .hasSize(3);
    }

    private static int calls() throws IOException {
        Path script = Path.of(
                System.getProperty("repository"), "dev/sandbox/src/main/resources/dev/regulars/sandbox/tour/tour.sh");
        try (var lines = Files.lines(script)) {
            return Math.toIntExact(
                    lines.filter(line -> line.startsWith("call ")).count());
        }
    }

    static List<String> documented() {
        return SERVICES.stream().filter(name -> name.endsWith("-service")).toList();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void everyServiceConforms(String name) throws IOException, InterruptedException {
        assertThat(ServiceConformance.check(port(name), ManagementInterface.ofService(port(name)))
                        .at("/info/title")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void theGatewayServesTheMergedDocument() throws IOException, InterruptedException {
        assertThat(Http.get(ManagementInterface.ofService(port("gateway")) + "q/health/ready")
                        .path("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(Http.get(sandbox.gateway() + "/openapi.json"))
                .isEqualTo(CommittedDocuments.read("openapi/regulars.json"));
    }

    private int port(String name) throws IOException, InterruptedException {
        for (JsonNode service : Http.get(sandbox.control() + "/services")) {
            if (service.path("name").asText().equals(name)) {
                return service.path("port").asInt();
            }
        }
        throw new AssertionError("The sandbox runs no " + name);
    }

    @Test
    void thePartnerReceivesTheRenderedBytes() throws IOException, InterruptedException {
        try (var mongo = MongoClients.create(sandbox.mongo())) {
            var rendered = mongo.getDatabase("webhook").getCollection("deliveries");
            assertThat(ReceivedDelivery.all(sandbox)).isNotEmpty();
            for (ReceivedDelivery received : ReceivedDelivery.all(sandbox)) {
                Document delivery =
                        rendered.find(new Document("_id", received.id())).first();
                assertThat(delivery).as(received.id()).isNotNull();
                assertThat(received.plaintext())
                        .isEqualTo(delivery.get("body", Binary.class).getData());
            }
        }
    }

    @Test
    void aDeliveryIdConsistsOfEventAndSubscription() throws IOException, InterruptedException {
        var events = KafkaEvents.ids(sandbox.kafka(), "community.events", "community.member.joined.v1");
        var subscriptions = sandbox.demo().webhooks().stream()
                .collect(Collectors.toMap(Demo.Webhook::name, Demo.Webhook::objectId));
        assertThat(ReceivedDelivery.all(sandbox)).isNotEmpty().allSatisfy(received -> {
            String[] names = received.id().split(":");
            assertThat(names).hasSize(2);
            assertThat(events).contains(names[0]);
            assertThat(names[1]).isEqualTo(subscriptions.getOrDefault(received.receiver(), names[1]));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-GCM", "demo-CBC"})
    void aBodyWithOneChangedByteIsRejected(String receiver) throws IOException, InterruptedException {
        String email = NewMembers.one(sandbox);
        ReceivedDelivery received = await().atMost(ofSeconds(60))
                .until(() -> find(receiver, email), Optional::isPresent)
                .orElseThrow();
        String url = sandbox.control() + "/receivers/" + receiver;
        byte[] raw = received.raw();
        for (int i = 0; i < raw.length; i++) {
            byte[] other = raw.clone();
            other[i] ^= 1;
            assertThat(Http.post(url, other, received.signedHeaders())).isEqualTo(401);
        }
        assertThat(Http.post(url, raw, received.signedHeaders())).isEqualTo(200);
    }

    private Optional<ReceivedDelivery> find(String receiver, String email) throws IOException, InterruptedException {
        return ReceivedDelivery.all(sandbox).stream()
                .filter(delivery -> delivery.receiver().equals(receiver))
                .filter(delivery -> delivery.email().equals(email))
                .findFirst();
    }

    /** Pipes the whole tour at once, as a paste does. */
    private String runTour() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("bash", "-s")
                .redirectInput(sandbox.tour().toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        shell.waitFor();
        return output;
    }
}
