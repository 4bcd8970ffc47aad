package dev.regulars.faults.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody's ids, as the suite answered. */
public record AccountIds(String accountId, String userId) {

    static AccountIds of(JsonNode user) {
        return new AccountIds(user.path("_id").asText(), user.path("userId").asText());
    }
}
