package dev.regulars.faults.scenario.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.RetryingClient;
import dev.regulars.sandbox.seed.Demo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Bulk files that give members coins and a unit of a custom field; one row of each is faulty. Whatever is killed meanwhile, each good row
 * has one effect.
 */
public final class BulkScenario implements Scenario {

    private static final int MOST_ROWS = 20;
    private static final int MOST_OPEN = 10;
    private static final String FIELD = "deposit-amount";

    private final Demo demo;
    private final JoinScenario joins;
    private final AtomicInteger number = new AtomicInteger();
    /** Rows of each job. */
    private final Map<String, Integer> jobs = new ConcurrentHashMap<>();

    private final Queue<String> open = new ConcurrentLinkedQueue<>();
    /** By e-mail address. */
    private final Map<String, LongAdder> given = new ConcurrentHashMap<>();

    public BulkScenario(Demo demo, JoinScenario joins) {
        this.demo = demo;
        this.joins = joins;
    }

    @Override
    public void run(RetryingClient client) {
        List<String> members =
                joins.acknowledged().keySet().stream().sorted().limit(MOST_ROWS).toList();
        if (members.isEmpty()) {
            return;
        }
        open.removeIf(job -> isDone(client, job));
        if (open.size() >= MOST_OPEN) {
            return;
        }
        String name = "bulk-" + number.incrementAndGet();
        ApiRequest upload = ApiRequest.form("/v1/users/bulk-update", "data", csv(members, name))
                .as(demo.apiKey())
                .withIdempotencyKey(name);
        String job = client.expect(200, upload).text("/data/_id");
        jobs.put(job, members.size());
        open.add(job);
        members.forEach(
                email -> given.computeIfAbsent(email, first -> new LongAdder()).increment());
    }

    private static String csv(List<String> members, String name) {
        var csv = new StringBuilder("email,coins_op,coins,%s_op,%s,tags\n".formatted(FIELD, FIELD));
        members.forEach(
                email -> csv.append(email).append(",add,1,add,1,").append(name).append('\n'));
        return csv.append("nobody,add,1,add,1,\n").toString();
    }

    private boolean isDone(RetryingClient client, String job) {
        JsonNode status = client.expect(
                        200,
                        ApiRequest.get("/v1/users/bulk-update/" + job + "/status")
                                .as(demo.apiKey()))
                .body()
                .path("data");
        if (!status.path("status").asText().equals("completed")) {
            return false;
        }
        long succeeded = status.path("succeeded").asLong();
        if (succeeded != jobs.getOrDefault(job, 0) || status.path("failed").asLong() != 1) {
            throw new IllegalStateException("Bulk job %s of %s rows: %s".formatted(job, jobs.get(job), status));
        }
        return true;
    }

    @Override
    public void verify(RetryingClient gateway) {
        gateway.require(200, ApiRequest.get("/v1/users/bulk-update?limit=1").as(demo.apiKey()));
    }

    /** Members who do not have what completed files gave them. */
    public List<String> inconsistencies(RetryingClient client) {
        open.removeIf(job -> isDone(client, job));
        List<String> found = new ArrayList<>();
        open.forEach(job -> found.add("Bulk job " + job + " is not completed"));
        given.forEach((email, times) -> {
            JsonNode info = client.expect(
                            200,
                            ApiRequest.post("/v1/users/info", Map.of("idOrEmail", email))
                                    .as(demo.apiKey()))
                    .body()
                    .path("data");
            long coins = info.path("coins").asLong();
            long field = info.path("customFields").path(FIELD).asLong();
            if (coins != times.sum() || field != times.sum()) {
                found.add("%s has %d coins and %d of %s after %s bulk files"
                        .formatted(email, coins, field, FIELD, times));
            }
        });
        return found;
    }

    /** The parts of a killed replica are free when its lease is over: that is later than everything else works again. */
    @Override
    public Set<String> pending() {
        return Set.of();
    }

    @Override
    public Map<String, List<String>> expectedEvents() {
        return Map.of();
    }

    @Override
    public String summary() {
        return jobs.size() + " bulk files";
    }
}
