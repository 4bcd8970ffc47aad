package dev.regulars.sandbox.seed.loyalty;

import dev.regulars.sandbox.seed.Demo;
import dev.regulars.sandbox.seed.SeedClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A daily streak that the member's messages extend, a frozen one, a milestone and a referral program with somebody in it. */
public record StreaksSeed(SeedClient owner, SeedClient partner, Demo.Community community) {

    /** @param member has written messages */
    public void seed(Demo.Person member) {
        var unused = streak("Daily talk", "messages", 1);
        String visits = streak("Daily visit", "visits", 100);
        partner.postAndDiscard(
                "/v1/ledger/adjustments",
                Map.of("userId", member.userId(), "changes", Map.of("freezes", 3), "reason", "Welcome"));
        partner.postAndDiscard("/v1/streaks/" + visits + "/members/" + member.userId() + "/freeze", Map.of());
        partner.postAndDiscard(
                "/v1/milestones",
                Map.of("name", "First coins", "unit", "coins", "target", 100, "changes", Map.of("coins", 10)));
        partner.postAndDiscard(
                "/v1/referrals/programs",
                Map.of(
                        "name",
                        "Bring a friend",
                        "stages",
                        List.of(
                                Map.of("name", "Joined", "event", "join", "changes", Map.of("coins", 10)),
                                Map.of("name", "First message", "event", "message", "changes", Map.of("coins", 20)))));
        refer(member);
    }

    /** The owner says that the member brought them. */
    private void refer(Demo.Person member) {
        String code = partner.post(
                        "/v1/referrals/summary", Map.of("identifier", Map.of("type", "email", "value", member.email())))
                .at("/invite/code")
                .asText();
        owner.postAndDiscard("/v1/referrals/claims?communityId=" + community.objectId(), Map.of("code", code));
    }

    private String streak(String name, String action, int value) {
        return partner.post(
                        "/v1/streaks",
                        Map.of(
                                "name",
                                name,
                                "timezone",
                                "utc_gmt",
                                "startDate",
                                LocalDate.now(ZoneOffset.UTC).minusDays(7).toString(),
                                "timeframe",
                                Map.of("value", "daily", "count", 1),
                                "action",
                                Map.of(
                                        "operator",
                                        "and",
                                        "conditions",
                                        List.of(Map.of("action", action, "value", value)))))
                .path("_id")
                .asText();
    }
}
