package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.faults.suite.SuiteControl;
import dev.regulars.sandbox.seed.Demo;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What all workloads use.
 *
 * @param run unique for each run
 */
record Fixture(Demo demo, SuiteControl suite, RetryingClient client, Random random, String run, PrintStream out) {

    Kills kills() {
        return new Kills(suite, random, out);
    }

    JsonNode get(String path) {
        return client.expect(200, ApiRequest.get(path).as(demo.apiKey())).body().path("data");
    }

    /** With a key, so that it happens once. */
    JsonNode post(int status, String path, Map<String, ?> body, String key) {
        var request = ApiRequest.post(path, body).as(demo.apiKey()).withIdempotencyKey(run + "-" + key);
        return client.expect(status, request).body().path("data");
    }

    long balance(Member member, String unit) {
        return get("/v1/ledger/members/" + member.userId())
                .at("/balances/" + unit)
                .asLong();
    }

    void give(Member member, String unit, long amount) {
        var body = Map.of("userId", member.userId(), "changes", Map.of(unit, amount), "reason", "Endurance");
        JsonNode unused = post(201, "/v1/ledger/adjustments", body, "give-" + unit + "-" + member.userId());
    }

    /** What is wrong with the books. */
    List<String> audit() {
        JsonNode audit = get("/v1/ledger/audit");
        List<String> found = new ArrayList<>();
        audit.path("drift").forEach(drift -> found.add("The ledger drifts: " + drift));
        audit.path("units").forEach(unit -> {
            if (unit.path("sum").asLong() != 0) {
                found.add("The books do not add up: " + unit);
            }
        });
        return found;
    }

    static void compare(String what, Object wanted, Object found, List<String> differences) {
        if (!wanted.equals(found)) {
            differences.add("%s: expected %s, found %s".formatted(what, wanted, found));
        }
    }
}
