package dev.regulars.faults.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.ApiRequest;
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

/** Uploads bulk files and follows their jobs. */
record BulkClient(String gateway, String apiKey, RetryingClient client) {

    private static final String BOUNDARY = "bulk-file";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Returns the id of the job. */
    String upload(Path file, String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + "/v1/users/bulk-update" + query))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form(file))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The upload was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().replaceAll("(?s).*\"_id\"\\s*:\\s*\"(\\w+)\".*", "$1");
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
        var request = HttpRequest.newBuilder(URI.create(gateway + "/v1/users/bulk-update/" + job + "/result"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + apiKey)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
