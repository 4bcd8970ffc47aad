package dev.regulars.analysis.loyalty;

import static dev.regulars.testkit.Tokens.key;
import static dev.regulars.testkit.Tokens.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import dev.regulars.analysis.loyalty.rollup.BucketTotalDocument;
import dev.regulars.events.TenantEvent;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.ServerCreated;
import dev.regulars.events.gamification.GamificationEvent.TierChanged;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.document.DocumentedResponses;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoyaltyOverviewResourceTest {

    private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu", "America/New_York");
    private static final Map<String, Topic> GROUPS = Map.of(
            "analysis-loyalty-community", Topic.COMMUNITY,
            "analysis-loyalty-messages", Topic.MESSAGING,
            "analysis-loyalty-balances", Topic.GAMIFICATION,
            "analysis-loyalty-orders", Topic.REWARDS);

    @Inject
    MongoClient mongo;

    KafkaRecords records;
    String community = Ids.next();

    @Test
    void theOverviewEqualsARecountOfTheEvents() {
        var random = new Random(20);
        List<TenantEvent> events = new RandomEvents(random, community).some(600);
        List<ProducerRecord<String, String>> sent = new ArrayList<>(RandomEvents.records(events));
        sent.addAll(sent.subList(100, 160)); // as after a crash of the sender
        records.putAll(sent);
        awaitCounted();
        checkWindows(random, events, Concurrently.rounds(8, 30));

        mongo.getDatabase("analysis").getCollection("bucketTotals").deleteMany(Filters.eq("communityId", community));
        records.putAll(sent);
        awaitCounted();
        checkWindows(random, events, Concurrently.rounds(2, 5));
    }

    private void checkWindows(Random random, List<TenantEvent> events, int windows) {
        LocalDate first = RandomEvents.FIRST.atZone(ZoneOffset.UTC).toLocalDate();
        for (int i = 0; i < windows; i++) {
            LocalDate start = first.plusDays(random.nextLong(RandomEvents.SPAN.toDays()));
            LocalDate end = start.plusDays(random.nextLong(20));
            for (String zone : ZONES) {
                var recounted = new RecountedEvents(events, start, end, ZoneId.of(zone));
                JsonPath overview = overview(start, end, zone);
                recounted.figures().forEach((path, value) -> assertThat(overview.getLong("data." + path))
                        .as("%s from %s to %s in %s", path, start, end, zone)
                        .isEqualTo(value));
            }
        }
    }

    @Test
    void rowsAddUpToTheFigureOfTheOverview() {
        var random = new Random(21);
        records.putAll(RandomEvents.records(new RandomEvents(random, community).some(200)));
        awaitCounted();
        LocalDate start = LocalDate.parse("2026-02-01");
        LocalDate end = LocalDate.parse("2026-03-05");
        JsonPath overview = overview(start, end, "Asia/Kathmandu");

        Map.of(
                        "members-total", "members.total",
                        "members-active", "members.active",
                        "members-new", "members.new",
                        "xp-earned", "xp.earned",
                        "coins-earned", "coins.earned",
                        "coins-spent", "coins.spent",
                        "redemptions", "redemptions.total",
                        "engagement", "engagement.total",
                        "referrals", "referrals.total")
                .forEach((metric, path) -> {
                    long value = overview.getLong("data." + path);
                    assertThat(metric(metric, start, end, "day")).isEqualTo(value);
                    assertThat(metric(metric, start, end, "week")).isEqualTo(value);
                    assertThat(metric(metric, start, end, "month")).isEqualTo(value);
                    if (!metric.equals("members-total") && !metric.equals("members-active")) {
                        assertThat(metric(metric, start, end, "source")).isEqualTo(value);
                    }
                });
    }

    @Test
    void daysAreThoseOfTheCommunity() {
        records.put(Topic.COMMUNITY, new ServerCreated(community, Ids.next(), "Traders", "Asia/Kathmandu"), 1);
        Instant late = Instant.parse("2026-02-01T18:20:00Z"); // 2 February there
        records.put(Topic.COMMUNITY, new MemberJoined(community, Ids.next(), late), 1);
        awaitCounted();

        key(community, "analytics")
                .get("/application/analytics/loyalty-overview/members-new?start_date=2026-02-01&end_date=2026-02-02")
                .then()
                .statusCode(200)
                .body("message", equalTo("Get loyalty metric success."))
                .body("data.definition", startsWith("Memberships that began"))
                .body("data.asOf", equalTo("2026-02-01T18:20:00.000Z"))
                .body("data.rows.key", contains("2026-02-01", "2026-02-02"))
                .body("data.rows.value", contains(0, 1));
    }

    @Test
    void tiersAreThoseOfPresentMembers() {
        Instant now = Instant.parse("2026-02-01T18:20:00Z");
        for (int i = 0; i < 4; i++) {
            String account = Ids.next();
            records.put(Topic.COMMUNITY, new MemberJoined(community, account, now), 1);
            if (i > 0) {
                var tier = new TierChanged(community, account, "t", "Silver", 1, null, null, 0, null, now);
                records.put(Topic.GAMIFICATION, tier, 2);
                records.put(
                        Topic.GAMIFICATION,
                        new TierChanged(community, account, "t", "Old", 9, null, null, 0, null, now),
                        1);
            }
            if (i > 2) {
                records.put(Topic.COMMUNITY, new MemberLeft(community, account, now, now), 2);
            }
        }
        awaitCounted();

        key(community, "analytics")
                .get("/application/analytics/loyalty-overview/tiers")
                .then()
                .body("data.value", equalTo(3))
                .body("data.rows.key", contains("none", "Silver"))
                .body("data.rows.value", contains(1, 2));
    }

    @Test
    void whatIsNoRangeIsRefused() {
        refused("?start_date=2026-02-30", "start_date must be a day, YYYY-MM-DD");
        refused("?start_date=2026-03-02&end_date=2026-03-01", "start_date must not be after end_date");
        refused("?start_date=2020-03-02&end_date=2026-03-01", "start_date must be at most 365 days before end_date");
        refused("?timezone=%2B05%3A07", "timezone must be the name of an IANA zone");
        refused("?by=tier", "by must be one of: day, week, month, source");
        refused("/../nothing", "metric must be one of: .*");
        member(Ids.next(), community, "view_message_history")
                .get("/integration/analytics/loyalty-overview")
                .then()
                .statusCode(401);
    }

    private void refused(String query, String message) {
        String path = query.startsWith("?") ? "xp-earned" + query : query.substring("/../".length());
        String said = key(community, "analytics")
                .get("/application/analytics/loyalty-overview/" + path)
                .then()
                .statusCode(400)
                .extract()
                .path("meta.errors[0].message");
        assertThat(said).matches(message);
    }

    private JsonPath overview(LocalDate start, LocalDate end, String zone) {
        return key(community, "analytics")
                .noFiltersOfType(DocumentedResponses.class)
                .queryParam("start_date", start.toString())
                .queryParam("end_date", end.toString())
                .queryParam("timezone", zone)
                .get("/integration/analytics/loyalty-overview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The figure, once its rows have added up to it. */
    private long metric(String metric, LocalDate start, LocalDate end, String by) {
        JsonPath detail = key(community, "analytics")
                .queryParam("start_date", start.toString())
                .queryParam("end_date", end.toString())
                .queryParam("timezone", "Asia/Kathmandu")
                .queryParam("by", by)
                .get("/application/analytics/loyalty-overview/{metric}", metric)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Number> rows = detail.getList("data.rows.value");
        assertThat(rows.stream().mapToLong(Number::longValue).sum()).isEqualTo(detail.getLong("data.value"));
        return detail.getLong("data.value");
    }

    private void awaitCounted() {
        await().atMost(Duration.ofSeconds(30)).until(() -> GROUPS.entrySet().stream()
                .allMatch(group -> records.undone(group.getKey(), group.getValue()) == 0));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> BucketTotalDocument.count("stale", true).await().indefinitely() == 0);
    }
}
