package dev.regulars.systemtest.telemetry;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.SandboxProcess;
import dev.regulars.systemtest.sandbox.Http;
import dev.regulars.systemtest.sandbox.SharedSandbox;
import dev.regulars.testkit.ManagementInterface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/metrics.md lists the metrics that the services expose, with the descriptions from the code. */
@ExtendWith(SharedSandbox.class)
class MetricsIT {

    private static final Path PAGE = Path.of(System.getProperty("repository"), "docs/metrics.md");
    private static final Path FRESH = Path.of(System.getProperty("repository"), "dev/system-tests/target/metrics.md");
    private static final Pattern OURS = Pattern.compile("(gateway|outbox|consumer|passwords|webhook)_.*");
    private static final Pattern META = Pattern.compile("^# (HELP|TYPE) (\\S+) (.*)$", Pattern.MULTILINE);
    private static final Pattern SERIES = Pattern.compile("^([a-z][a-z0-9_]*)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    /** Rows for third-party metrics worth watching. Fixed here, since their labels depend on what a client has done so far. */
    private static final Map<String, String> OTHERS = Map.of(
            "http_server_requests_seconds",
            "| `http_server_requests_seconds` | summary | `method`, `outcome`, `status`, `uri` | every service, from the first request on | Requests by path template and status |\n",
            "kafka_consumer_fetch_manager_records_lag_max",
            "| `kafka_consumer_fetch_manager_records_lag_max` | gauge | `client_id` | every consumer; `client_id` names the channel | Records that the slowest partition is behind, by the position read, not the offset committed |\n");

    private static final String HEAD = """
            # Metrics

            Every service shows its metrics at `/q/metrics` on its management port, in the format of Prometheus. These are ours, and the few of others to watch. This page is made of the
            descriptions in the code: `make metrics` writes it anew. A summary has the series `…_count` and `…_sum`, and its longest of late in `…_max`; a histogram has `…_bucket` beside them; a counter ends in `_total`.

            | metric | type | labels | shown by | what it tells |
            | --- | --- | --- | --- | --- |
            """;

    private final SandboxProcess sandbox;
    private final Map<String, Metric> metrics = new TreeMap<>();

    MetricsIT(SandboxProcess sandbox) {
        this.sandbox = sandbox;
    }

    private static final class Metric {
        private final Set<String> services = new TreeSet<>();
        private final Set<String> labels = new TreeSet<>();
        private final Set<String> routes = new TreeSet<>();
        private String type = "";
        private String help = "";
    }

    @BeforeEach
    void scrape() throws IOException, InterruptedException {
        for (JsonNode service : Http.get(sandbox.control() + "/services")) {
            String name =
                    service.path("name").asText().replaceFirst("-2$", ""); // either replica may have served a call
            if (name.equals("gateway") || name.endsWith("-service")) {
                String url = ManagementInterface.ofService(service.path("port").asInt()) + "q/metrics";
                read(name, Http.send("GET", url, null, Map.of()).text());
            }
        }
    }

    @Test
    void thePageMatchesTheCode() throws IOException {
        String page = HEAD + metrics.entrySet().stream().map(MetricsIT::row).collect(joining());
        Files.writeString(FRESH, page);
        assertThat(page).as("docs/metrics.md is old: make metrics").isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyOwnMetricHasADescription() {
        assertThat(metrics)
                .isNotEmpty()
                .allSatisfy((name, metric) -> assertThat(metric.help).as(name).isNotBlank());
    }

    @Test
    void noPathIsALabelAsItCame() throws IOException, InterruptedException {
        String id = sandbox.demo().webhook().objectId();
        Map<String, String> nobody = Map.of("Authorization", "Bearer nobody");
        for (String path : new String[] {"/v1/webhooks/" + id, "/v1/nowhere/" + id}) {
            assertThat(Http.send("GET", sandbox.gateway() + path, null, nobody).status())
                    .isBetween(400, 499);
        }
        scrape();

        assertThat(metrics.get("http_server_requests_seconds").routes)
                .contains("/application/webhooks/{id}")
                .noneMatch(route -> route.contains(id));
        assertThat(metrics.get("gateway_requests_seconds").routes)
                .contains("/v1/webhooks/{id}", "none")
                .noneMatch(route -> route.contains(id));
    }

    private void read(String service, String text) {
        META.matcher(text).results().forEach(line -> find(line.group(2)).forEach(metric -> {
            metric.services.add(service);
            if (line.group(1).equals("TYPE")) {
                metric.type = line.group(3);
            } else {
                metric.help = line.group(3);
            }
        }));
        SERIES.matcher(text).results().filter(line -> line.group(2) != null).forEach(line -> find(line.group(1))
                .forEach(metric -> LABEL.matcher(line.group(2)).results().forEach(label -> note(metric, label))));
    }

    private static void note(Metric metric, MatchResult label) {
        if (!label.group(1).equals("le")) { // of a histogram's buckets
            metric.labels.add(label.group(1));
        }
        if (label.group(1).equals("uri") || label.group(1).equals("route")) {
            metric.routes.add(label.group(2));
        }
    }

    /** Empty for metrics that the page does not list. A timer's maximum has a series of its own, which is skipped. */
    private Stream<Metric> find(String series) {
        String name = series.replaceFirst("(_seconds)_(count|sum|bucket)$|_total$", "$1");
        boolean known = OTHERS.containsKey(name) || (OURS.matcher(name).matches() && !name.endsWith("_max"));
        return known ? Stream.of(metrics.computeIfAbsent(name, none -> new Metric())) : Stream.empty();
    }

    private static String row(Map.Entry<String, Metric> entry) {
        if (OTHERS.containsKey(entry.getKey())) {
            return OTHERS.get(entry.getKey());
        }
        Metric metric = entry.getValue();
        String shownBy = String.join(", ", metric.services);
        String labels = metric.labels.stream().map("`%s`"::formatted).collect(joining(", "));
        return "| `%s` | %s | %s | %s | %s |\n".formatted(entry.getKey(), metric.type, labels, shownBy, metric.help);
    }
}
