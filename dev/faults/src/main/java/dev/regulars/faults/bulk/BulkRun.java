package dev.regulars.faults.bulk;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.suite.SuiteControl;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Applies the same file twice, once undisturbed and once while replicas are killed, and compares what the two did. */
final class BulkRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int TOGETHER = 10;
    private static final int MOST_GROWTH_MIB = 16;
    private static final int SHOWN = 100;
    private static final Duration DOWN = Duration.ofSeconds(2);
    private static final List<String> VICTIMS =
            List.of("identity-service", "identity-service-2", "gamification-service");

    private final BulkClient client;
    private final BulkMembers members;
    private final SuiteControl suite;
    private final int rows;
    private final Random random;
    private final PrintStream out;
    private final List<String> violations = new ArrayList<>();

    BulkRun(BulkClient client, BulkMembers members, SuiteControl suite, int rows, long seed, PrintStream out) {
        this.client = client;
        this.members = members;
        this.suite = suite;
        this.rows = rows;
        this.random = new Random(seed);
        this.out = out;
    }

    /** Returns what is wrong. */
    List<String> run(Path folder) throws IOException, InterruptedException {
        members.insert(rows);
        var file = new BulkFile(rows);
        Map<String, BulkMembers.State> none = members.state();
        long effectsBefore = members.effects();
        String undisturbed = apply(file, folder, "undisturbed", List.of());
        Map<String, BulkMembers.State> first = members.state();
        long effects = members.effects() - effectsBefore;
        String disturbed = apply(file, folder, "disturbed", victims());
        Map<String, BulkMembers.State> second = members.state();
        uploadTogether(folder.resolve("undisturbed.csv"));
        compare("outcomes of rows", client.result(undisturbed), client.result(disturbed));
        compare("changes of members", changes(none, first), changes(first, second));
        compare("postings and histories", effects, members.effects() - effectsBefore - effects);
        compare("good rows", 2L * file.goodRows(), effects);
        return violations;
    }

    /** Ten dry runs of a file at once must not leave the heap larger. */
    private void uploadTogether(Path csv) throws IOException, InterruptedException {
        long before = heap();
        try (var threads = Executors.newFixedThreadPool(TOGETHER)) {
            List<Future<String>> jobs = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                String key = "dry-run-" + i;
                jobs.add(threads.submit(() -> client.upload(csv, "?dryRun=true", key)));
            }
            for (Future<String> job : jobs) {
                JsonNode unused = awaitEnd(job.get());
            }
        } catch (ExecutionException e) {
            violations.add("Ten uploads at once: " + e.getCause());
        }
        long after = heap();
        out.printf(
                "Heap of identity-service after garbage collection: %d MiB, after ten files at once %d MiB%n",
                before, after);
        if (after > before + MOST_GROWTH_MIB) {
            violations.add("The heap grew from %d to %d MiB".formatted(before, after));
        }
    }

    private long heap() throws IOException, InterruptedException {
        return new HeapProbe(requireNonNull(suite.pids().get("identity-service"))).usedMiB();
    }

    private void compare(String what, Object one, Object other) {
        if (!one.equals(other)) {
            violations.add("The %s differ: %s".formatted(what, difference(one.toString(), other.toString())));
        }
    }

    /** What both have from the first difference on. */
    private static String difference(String one, String other) {
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        int from = Math.max(0, at - SHOWN);
        return Stream.of(one, other)
                .map(text -> text.substring(Math.min(from, text.length()), Math.min(at + SHOWN, text.length())))
                .collect(joining(" | "));
    }

    private static Map<String, BulkMembers.State> changes(
            Map<String, BulkMembers.State> before, Map<String, BulkMembers.State> after) {
        Map<String, BulkMembers.State> changes = new TreeMap<>();
        after.forEach((email, now) -> {
            BulkMembers.State then = before.getOrDefault(email, new BulkMembers.State(0, 0));
            changes.put(email, new BulkMembers.State(now.coins() - then.coins(), now.field() - then.field()));
        });
        return changes;
    }

    private String apply(BulkFile file, Path folder, String run, List<String> victims)
            throws IOException, InterruptedException {
        Path csv = folder.resolve(run + ".csv");
        file.write(csv, run);
        var processors = ProcessorTimes.of(suite);
        long startedAt = System.nanoTime();
        String job = client.upload(csv, "", run);
        out.printf("%s: %d MiB uploaded in %.1f s%n", run, Files.size(csv) >> 20, seconds(startedAt));
        try (var restarts = Executors.newFixedThreadPool(VICTIMS.size())) { // closed once all are up again
            for (int i = 0; i < victims.size(); i++) {
                kill(job, victims.get(i), (int) (rows * (i + random.nextDouble()) / (victims.size() + 1)), restarts);
            }
            JsonNode status = awaitEnd(job);
            double seconds = seconds(startedAt);
            out.printf("%s: %s after %.1f s, %.0f rows/s%n", run, status, seconds, rows / seconds);
            check(run, status, file.goodRows());
        }
        if (victims.isEmpty()) {
            out.println(processors.since());
        }
        return job;
    }

    private void check(String run, JsonNode status, int good) {
        if (status.path("succeeded").asLong() != good
                || status.path("processed").asLong() != rows) {
            violations.add("%s: expected %d good rows of %d, got %s".formatted(run, good, rows, status));
        }
    }

    private List<String> victims() {
        List<String> victims = new ArrayList<>(VICTIMS);
        Collections.shuffle(victims, random);
        return victims;
    }

    /** Once so many rows are processed. It is started again while the job goes on. */
    private void kill(String job, String victim, int from, ExecutorService restarts) {
        JsonNode status = client.status(job);
        while (status.path("processed").asLong() < from) {
            Deadline.pause(BETWEEN_LOOKS);
            status = client.status(job);
        }
        out.printf("kill -9 %s at %s%n", victim, status);
        suite.kill(victim);
        if (status.path("processed").asLong() >= rows) {
            violations.add(victim + " was killed when the job was over");
        }
        restarts.execute(() -> {
            Deadline.pause(DOWN);
            suite.start(victim);
        });
    }

    private JsonNode awaitEnd(String job) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode status = client.status(job);
        while (!status.path("status").asText().equals("completed") && System.nanoTime() < deadline) {
            if (status.path("processed").asLong()
                    != status.path("succeeded").asLong() + status.path("failed").asLong()) {
                violations.add("The counters do not add up: " + status);
            }
            Deadline.pause(BETWEEN_LOOKS);
            status = client.status(job);
        }
        return status;
    }

    private static double seconds(long startedAt) {
        return (System.nanoTime() - startedAt) / 1e9;
    }
}
