package dev.regulars.faults.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.RetryingClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Uploads bulk files and follows their jobs.
 *
 * @param gateways that are asked in turn
 */
record BulkClient(List<String> gateways, String apiKey, RetryingClient client) {

    private static final String BOUNDARY = "bulk-file";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Returns the id of the job.
     *
     * @param key repeats the upload until there is a definite response
     */
    String upload(Path file, String query, String key) throws IOException, InterruptedException {
        var deadline = new Deadline();
        int attempt = 0;
        HttpResponse<String> answer = uploadOnce(gateways.getFirst(), file, query, key);
        while (answer.statusCode() >= 500 && !deadline.isPassed()) {
            System.out.printf("Upload %s was answered %d %s%n", key, answer.statusCode(), answer.body());
            Deadline.pause(BETWEEN_ATTEMPTS);
            answer = uploadOnce(gateways.get(++attempt % gateways.size()), file, query, key);
        }
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The upload was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().replaceAll("(?s).*\"_id\"\\s*:\\s*\"(\\w+)\".*", "$1");
    }

    private HttpResponse<String> uploadOnce(String gateway, Path file, String query, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + "/v1/users/bulk-update" + query))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + apiKey)
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form(file))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher form(Path file) throws IOException {
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"members.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofByteArray(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8)));
    }

    /** A gateway answers while replicas behind it are restarted. */
    JsonNode status(String job) {
        var request = ApiRequest.get("/v1/users/bulk-update/" + job + "/status").as(apiKey);
        return client.expect(200, request).body().path("data");
    }

    String result(String job) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(gateways.getFirst() + "/v1/users/bulk-update/" + job + "/result"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + apiKey)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
