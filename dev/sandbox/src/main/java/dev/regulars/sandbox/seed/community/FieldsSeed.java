package dev.regulars.sandbox.seed.community;

import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.util.Map;

/** A custom field, and what it holds of the member. */
record FieldsSeed(SeedClient partner, Demo.Community community) {

    void seed(Demo.Person member) {
        String root = "/v1/communities/" + community.objectId();
        String field = partner.post(
                        root + "/user-fields",
                        Map.of("field", "deposit amount", "name", "Deposit amount", "type", "numerical"))
                .path("_id")
                .asText();
        partner.postAndDiscard(
                root + "/users/" + member.objectId() + "/user-field-histories",
                Map.of("fieldId", field, "value", 1_250.5));
    }
}
