package dev.regulars.faults.story;

import com.fasterxml.jackson.databind.JsonNode;

/** Somebody's ids, as the suite answered. */
public record Account(String accountId, String userId) {

    static Account of(JsonNode user) {
        return new Account(user.path("_id").asText(), user.path("userId").asText());
    }
}
