package dev.regulars.identity.directory.bulk;

import static dev.regulars.testkit.Tokens.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls of a partner with bulk files. */
record BulkCalls(String community) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    RequestSpecification caller() {
        return key(community, "bulkUpdateUser", "bulkImportUser");
    }

    Response update(String csv) {
        return form(caller(), csv.getBytes(UTF_8)).post("/integration/users/bulk-update");
    }

    Response update(byte[] csv) {
        return form(caller(), csv).post("/integration/users/bulk-update");
    }

    Response importUsers(String csv) {
        return form(caller(), csv.getBytes(UTF_8))
                .multiPart("communityId", community)
                .post("/integration/users/bulk-import");
    }

    static RequestSpecification form(RequestSpecification caller, byte[] csv) {
        return caller.contentType("multipart/form-data").multiPart("data", "members.csv", csv, "text/csv");
    }

    static String idOf(Response queued) {
        return queued.then().statusCode(200).extract().path("data._id");
    }

    Response status(String job) {
        return caller().get("/integration/users/bulk-update/" + job + "/status");
    }

    Response details(String job) {
        return caller().get("/integration/users/bulk-update/" + job);
    }

    /** The outcome of each row, once all have one. */
    List<Map<String, Object>> outcomes(Response queued) {
        String job = idOf(queued);
        awaitStatus(job, "completed");
        return details(job).path("data.rows");
    }

    void awaitStatus(String job, String wanted) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> status(job).path("data.status").equals(wanted));
    }

    /** As "status: message" of each row. */
    List<String> told(Response queued) {
        return outcomes(queued).stream()
                .map(row -> row.get("message") == null ? "succeeded" : row.get("status") + ": " + row.get("message"))
                .toList();
    }
}
