package dev.regulars.sandbox.seed.loyalty;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.util.List;
import java.util.Map;

/** A store with a category and products, and two orders of the member: one confirmed, one completed. */
public record RewardsSeed(SeedClient api, SeedClient partner) {

    private static final int COINS = 500;

    public void seed(Demo.Community community, Demo.Person member) {
        String category = id(partner.post("/v1/categories", Map.of("name", "For the club", "order", 1)));
        String clock = id(partner.post(
                "/v1/products",
                Map.of(
                        "name",
                        "Chess clock",
                        "description",
                        "Wood, with a lever",
                        "price",
                        100,
                        "stocks",
                        25,
                        "category",
                        category)));
        String gift = id(partner.post("/v1/products", Map.of("name", "Gift card", "price", 50, "category", category)));
        partner.postAndDiscard(
                "/v1/products/" + gift + "/vouchers",
                Map.of("codes", List.of("DEMO-GIFT-1", "DEMO-GIFT-2", "DEMO-GIFT-3")));
        partner.postAndDiscard(
                "/v1/ledger/adjustments",
                Map.of("userId", member.userId(), "changes", Map.of("coins", COINS), "reason", "Welcome"));
        String inCommunity = "?communityId=" + community.objectId();
        SeedClient buyer = api.as(token(member));
        buyer.postAndDiscard("/v1/products/" + clock + "/purchases" + inCommunity, Map.of("quantity", 1));
        JsonNode order = buyer.post("/v1/products/" + gift + "/purchases" + inCommunity, Map.of("quantity", 1));
        String packed = id(partner.post(
                "/v1/redemption-statuses", Map.of("name", "Handed over", "category", "complete", "color", "#30A46C")));
        JsonNode unused = partner.put(
                "/v1/redemption-transactions/status",
                Map.of("transactionId", order.path("transactionId").asText(), "statusId", packed));
    }

    private String token(Demo.Person member) {
        return api.post("/v1/auth/login", Map.of("email", member.email(), "password", member.password()))
                .path("token")
                .asText();
    }

    private static String id(JsonNode made) {
        return made.path("_id").asText();
    }
}
