package dev.regulars.sandbox.seed.loyalty;

import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.util.List;
import java.util.Map;

/** A wheel with prizes, a member who has spun it once, and a leaderboard. */
public record GamesSeed(SeedClient api, SeedClient partner, Demo.Community community) {

    public void seed(Demo.Person member) {
        Map<String, ?> jackpot = Map.of(
                "label", "Jackpot", "weight", 1, "changes", Map.of("coins", 1000), "stock", 3, "fallback", "Ten coins");
        Map<String, ?> coins = Map.of("label", "Ten coins", "weight", 39, "changes", Map.of("coins", 10));
        Map<String, ?> nothing = Map.of("label", "Nothing", "weight", 60);
        partner.putAndDiscard(
                "/v1/mini-games/wheel/settings", Map.of("isEnabled", true, "prizes", List.of(jackpot, coins, nothing)));
        partner.putAndDiscard("/v1/mini-games/wheel", Map.of("email", member.email(), "spins", 3));
        partner.postAndDiscard(
                "/v1/leaderboards",
                Map.of(
                        "name",
                        "Most active",
                        "slug",
                        "most-active",
                        "rankingField",
                        "xp",
                        "displayedFields",
                        List.of("rank", "username", "score"),
                        "startDate",
                        "2026-01-01",
                        "allowedTimeFilters",
                        List.of("all-time", "weekly"),
                        "isEnabled",
                        true));
        String token = api.post("/v1/auth/login", Map.of("email", member.email(), "password", member.password()))
                .path("token")
                .asText();
        api.as(token)
                .postAndDiscard(
                        "/v1/mini-games/wheel/spins?communityId=" + community.objectId(),
                        Map.of("clientSeed", "a lucky number"));
    }
}
