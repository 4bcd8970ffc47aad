package dev.regulars.faults.bulk;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Applies the same file twice, once undisturbed and once while replicas are killed, and compares what the two did. */
final class BulkRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
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
        String undisturbed = apply(file, folder, "undisturbed", 0);
        Map<String, BulkMembers.State> first = members.state();
        long effects = members.effects() - effectsBefore;
        String disturbed = apply(file, folder, "disturbed", 3);
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
                jobs.add(threads.submit(() -> client.upload(csv, "?dryRun=true")));
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
        return new HeapProbe(suite.pid("identity-service")).usedMiB();
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

    private String apply(BulkFile file, Path folder, String run, int kills) throws IOException, InterruptedException {
        Path csv = folder.resolve(run + ".csv");
        file.write(csv, run);
        long startedAt = System.nanoTime();
        String job = client.upload(csv, "");
        out.printf("%s: %d MiB uploaded in %.1f s%n", run, Files.size(csv) >> 20, seconds(startedAt));
        for (int kill = 1; kill <= kills; kill++) {
            kill(job, VICTIMS.get(random.nextInt(VICTIMS.size())), kill, kills);
        }
        JsonNode status = awaitEnd(job);
        out.printf("%s: %s after %.1f s%n", run, status, seconds(startedAt));
        if (status.path("succeeded").asLong() != file.goodRows()
                || status.path("processed").asLong() != rows) {
            violations.add("%s: expected %d good rows of %d, got %s".formatted(run, file.goodRows(), rows, status));
        }
        return job;
    }

    /** At a random moment of the next part of the job. */
    private void kill(String job, String victim, int kill, int kills) {
        long until = (long) (rows * (kill - random.nextDouble()) / (kills + 1));
        while (client.status(job).path("processed").asLong() < until) {
            Deadline.pause(BETWEEN_LOOKS);
        }
        out.printf("kill -9 %s at %s%n", victim, client.status(job));
        suite.kill(victim);
        Deadline.pause(DOWN);
        suite.start(victim);
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
