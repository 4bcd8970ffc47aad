package dev.regulars.faults.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.Deadline;
import dev.regulars.faults.workload.fixture.Fixture;
import dev.regulars.faults.workload.fixture.Member;
import dev.regulars.faults.workload.fixture.Members;
import dev.regulars.faults.workload.fixture.NumberedTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Fifty callers earn, spend, buy and refund for twenty members, and coins expire as days pass, while gamification-service and the
 * database are killed. At every look of an auditor the books add up and nobody is below zero.
 */
record LedgerWorkload(Fixture fixture, Map<String, LongAdder> acknowledged, Queue<String> looks) implements Workload {

    private static final int CALLERS = 50;
    private static final int OPERATIONS = 4_000;
    private static final int MEMBERS = 20;
    private static final int MOST = 9;
    private static final int DAYS = 3;
    private static final int CUT_ONE_IN = 10;
    private static final Duration AT_ONCE = Duration.ofMillis(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int APPLIED = 201;
    private static final int INSUFFICIENT = 409;
    private static final List<String> VICTIMS =
            List.of("gamification-service", "mongod", "gamification-service-2", "gamification-service", "mongod");
    private static final List<String> UNITS = List.of("coins", "premium", "xp");

    LedgerWorkload(Fixture fixture) {
        this(fixture, new ConcurrentHashMap<>(), new ConcurrentLinkedQueue<>());
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<String> run() {
        List<Member> members = new Members(fixture).create("holder", MEMBERS);
        String product = fixture.post(201, "/v1/products", Map.of("name", "Snack", "price", 1), "snack")
                .path("_id")
                .asText();
        expireAfterADay();
        var work = NumberedTasks.start(CALLERS, OPERATIONS, i -> operate(members, product, i));
        Thread auditor = Thread.ofPlatform().daemon().start(() -> watch(members, work));
        Thread days = Thread.ofPlatform().daemon().start(() -> passDays(work));
        fixture.kills().during(work, VICTIMS);
        List<String> violations = new ArrayList<>(work.await());
        join(auditor);
        join(days);
        fixture.suite().shiftClock(Duration.ZERO);
        violations.addAll(looks);
        violations.addAll(look(members));
        members.forEach(member -> Fixture.compare(
                "premium of " + member.username(), sum(member), fixture.balance(member, "premium"), violations));
        fixture.out().printf("  %d operations, %d acknowledged in premium%n", OPERATIONS, total());
        return violations;
    }

    private void expireAfterADay() {
        String token = fixture.client()
                .expect(
                        200,
                        ApiRequest.post(
                                "/v1/auth/login",
                                Map.of(
                                        "email",
                                        fixture.demo().owner().email(),
                                        "password",
                                        fixture.demo().owner().password())))
                .text("/data/token");
        String path = "/v1/communities/" + fixture.demo().community().objectId() + "/settings";
        var coins = Map.of("coins", Map.of("pendingDays", 0, "expiryDays", 1));
        var settings = ApiRequest.post(path, coins).as(token);
        fixture.client().require(200, new ApiRequest("PUT", path, coins, settings.headers(), settings.timeout()));
    }

    private void operate(List<Member> members, String product, int number) {
        var random = ThreadLocalRandom.current();
        Member member = members.get(random.nextInt(MEMBERS));
        switch (random.nextInt(5)) {
            case 0 -> buyAndRefund(member, product, number);
            case 1, 2 -> change(member, UNITS.get(random.nextInt(3)), -1 - random.nextInt(MOST), number);
            default -> change(member, UNITS.get(random.nextInt(3)), 1 + random.nextInt(MOST), number);
        }
    }

    private void change(Member member, String unit, long change, int number) {
        var body = Map.of("userId", member.userId(), "changes", Map.of(unit, change), "reason", "Endurance");
        ApiRequest request = ApiRequest.post("/v1/ledger/adjustments", body)
                .as(fixture.demo().apiKey())
                .withIdempotencyKey(fixture.run() + "-ledger-" + number);
        if (number % CUT_ONE_IN == 0) {
            ApiResponse unused = fixture.client().sendOnce(request.withTimeout(AT_ONCE));
        }
        ApiResponse response = fixture.client().sendUntilAnswered(request);
        if (response.status() == APPLIED && unit.equals("premium")) {
            acknowledged
                    .computeIfAbsent(member.userId(), first -> new LongAdder())
                    .add(change);
        } else if (response.status() != APPLIED && !(response.status() == INSUFFICIENT && change < 0)) {
            throw new IllegalStateException("A change of %d %s was answered %s".formatted(change, unit, response));
        }
    }

    private void buyAndRefund(Member member, String product, int number) {
        String path = "/v1/products/" + product + "/purchases?communityId="
                + fixture.demo().community().objectId();
        ApiRequest purchase = ApiRequest.post(path, Map.of("quantity", 1))
                .as(member.token())
                .withIdempotencyKey(fixture.run() + "-snack-" + number);
        ApiResponse response = fixture.client().sendUntilAnswered(purchase);
        if (response.status() == APPLIED) {
            String refund = "/v1/redemption-transactions/" + response.text("/data/transactionId") + "/refunds";
            JsonNode unused = fixture.post(201, refund, Map.of("reason", "Endurance"), "refund-" + number);
        }
    }

    private void passDays(NumberedTasks work) {
        for (int day = 1; day <= DAYS; day++) {
            while (work.progress() < day / (DAYS + 1.0)) {
                Deadline.pause(BETWEEN_LOOKS);
            }
            fixture.suite().shiftClock(Duration.ofDays(day));
        }
    }

    private void watch(List<Member> members, NumberedTasks work) {
        while (work.progress() < 1) {
            looks.addAll(look(List.of(members.get(ThreadLocalRandom.current().nextInt(MEMBERS)))));
            Deadline.pause(BETWEEN_LOOKS);
        }
    }

    private List<String> look(List<Member> members) {
        try {
            List<String> found = new ArrayList<>(fixture.audit());
            for (Member one : members) {
                UNITS.stream()
                        .filter(unit -> fixture.balance(one, unit) < 0)
                        .forEach(unit -> found.add("%s has less than no %s".formatted(one.username(), unit)));
            }
            return found;
        } catch (IllegalStateException e) {
            return List.of("No look: " + e.getMessage());
        }
    }

    private long sum(Member member) {
        LongAdder sum = acknowledged.get(member.userId());
        return sum == null ? 0 : sum.sum();
    }

    private long total() {
        return acknowledged.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
