package dev.regulars.sandbox.seed.community;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A bulk file of which one row is applied and three are not. */
record BulkSeed(SeedClient partner) {

    private static final List<String> OVER = List.of("completed", "failed");
    private static final int TRIES = 300;

    Demo.BulkJob seed(Demo.Person member) {
        String file = """
                email,coins_op,coins,tags
                %1$s,add,5,beta
                nobody@example.com,add,5,
                %2$s,add,five,
                %1$s,add,5,
                """.formatted(member.email(), "owner@example.com");
        String job = partner.upload("/v1/users/bulk-update", "members.csv", file)
                .path("_id")
                .asText();
        JsonNode status = status(job);
        for (int tries = 0; !isOver(status) && tries < TRIES; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            status = status(job);
        }
        if (status.path("succeeded").asLong() != 1 || status.path("failed").asLong() != 3) {
            throw new IllegalStateException("Seeding failed: the bulk job ended as " + status);
        }
        return new Demo.BulkJob(job);
    }

    private JsonNode status(String job) {
        return partner.get("/v1/users/bulk-update/" + job + "/status");
    }

    private static boolean isOver(JsonNode status) {
        return OVER.contains(status.path("status").asText());
    }
}
