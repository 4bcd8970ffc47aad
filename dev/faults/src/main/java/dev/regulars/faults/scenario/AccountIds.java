package dev.regulars.faults.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/** The ids of an account as the suite returned them. */
public record AccountIds(String accountId, String userId) {

    static AccountIds of(JsonNode user) {
        return new AccountIds(user.path("_id").asText(), user.path("userId").asText());
    }
}
