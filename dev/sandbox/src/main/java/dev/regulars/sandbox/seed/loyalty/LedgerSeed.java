package dev.regulars.sandbox.seed.loyalty;

import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.util.List;
import java.util.Map;

/** What members earn in the demo community: XP for messages, tiers, a badge that the member has, and a rule. */
public record LedgerSeed(SeedClient owner, SeedClient partner, Demo.Community community) {

    public void seed(Demo.Person member) {
        String inCommunity = "?communityId=" + community.objectId();
        Map<String, ?> earns = Map.of("enabled", true, "xp", 10, "time", 0);
        owner.postAndDiscard(
                "/api/v1/gamifications/" + community.objectId() + "/xp-setting",
                Map.of("enabled", true, "message", earns, "reply", earns, "react", earns, "visit", earns));
        owner.putAndDiscard(
                "/v1/tiers" + inCommunity,
                Map.of(
                        "tiers",
                        List.of(
                                Map.of("name", "Bronze", "level", 1, "xp", 10),
                                Map.of("name", "Silver", "level", 2, "xp", 100))));
        String badge = owner.post(
                        "/api/v1/badges" + inCommunity,
                        Map.of(
                                "title",
                                "First steps",
                                "action",
                                "custom",
                                "awardXpQuantity",
                                20,
                                "awardCurrencyQuantity",
                                5))
                .path("id")
                .asText();
        owner.postAndDiscard("/api/v1/badges/" + badge + "/award" + inCommunity, Map.of("userId", member.objectId()));
        partner.postAndDiscard(
                "/v1/ledger/adjustments",
                Map.of("userId", member.userId(), "changes", Map.of("coins", 100), "reason", "Welcome"));
    }
}
