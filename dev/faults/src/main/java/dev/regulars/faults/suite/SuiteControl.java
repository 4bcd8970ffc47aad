package dev.regulars.faults.suite;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.service.Replica;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Kills, starts and probes the processes of the suite through the sandbox's control server. */
public record SuiteControl(SandboxProcess sandbox) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);

    public List<String> gateways() {
        var second = new Replica("gateway", 2);
        return List.of(sandbox.gateway(), "http://localhost:" + second.port(sandbox.home()));
    }

    public void kill(String part) {
        change(part, "kill");
    }

    /** Returns when it is ready. */
    public void start(String part) {
        change(part, "start");
    }

    /** Whether every process reports that it is ready. */
    public boolean isReady() {
        return StreamSupport.stream(get("/services").spliterator(), false).allMatch(SuiteControl::isReady);
    }

    /** Of the running processes, by name. */
    public Map<String, Long> pids() {
        return StreamSupport.stream(get("/services").spliterator(), false)
                .filter(one -> one.path("pid").asLong() > 0)
                .collect(toMap(
                        one -> one.path("name").asText(), one -> one.path("pid").asLong()));
    }

    /** The days of communities, seen from now; tokens and signatures keep to real time. */
    public void shiftClock(Duration offset) {
        JsonNode unused = send(HttpRequest.newBuilder(URI.create(sandbox.control() + "/clock"))
                .PUT(BodyPublishers.ofString("{\"offsetSeconds\": " + offset.toSeconds() + "}")));
    }

    /** Deliveries to the demo partner after this number; waits up to a second for one. */
    public JsonNode deliveries(long after) {
        return get("/deliveries?wait=1&after=" + after);
    }

    /** Mails to an address, waiting up to a second for the first; all mails where the address is empty. */
    public JsonNode mails(String to) {
        return get(to.isEmpty() ? "/mails" : "/mails?wait=1&to=" + to);
    }

    private static boolean isReady(JsonNode part) {
        String name = part.path("name").asText();
        boolean answersForItself = name.startsWith("gateway") || name.contains("-service");
        return part.path("state").asText().equals("up")
                && (!answersForItself
                        || isHealthy(Ports.management(part.path("port").asInt())));
    }

    private static boolean isHealthy(int port) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while waiting for port " + port, e);
        }
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.control() + path)));
    }

    private void change(String part, String what) {
        String path = "/services/" + part + "/" + what;
        JsonNode unused = send(
                HttpRequest.newBuilder(URI.create(sandbox.control() + path)).POST(BodyPublishers.noBody()));
    }

    private static JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(LONGEST).build();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " returned " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox does not respond: " + request.uri(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
