package dev.regulars.faults.workload;

import dev.regulars.faults.workload.fixture.Fixture;
import dev.regulars.faults.workload.fixture.NumberedTasks;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages are delivered to a partner while a replica of webhook-service is killed amid each part of them. None is lost, and what comes
 * again comes under the id of the first time.
 */
record DeliveryWorkload(Fixture fixture) implements Workload {

    private static final int MESSAGES = 20_000;
    private static final int KILLS = 50;
    private static final int WRITERS = 8;
    private static final List<String> REPLICAS = List.of("webhook-service", "webhook-service-2");

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public List<String> run() {
        try (var webhook = PartnerWebhook.create(fixture, "deliveries")) {
            var writing = NumberedTasks.start(WRITERS, MESSAGES, this::write);
            fixture.kills().during(writing, victims());
            List<String> violations = new ArrayList<>(writing.await());
            violations.addAll(webhook.awaitDeliveries(MESSAGES));
            violations.addAll(webhook.partner().renamed());
            fixture.out()
                    .printf(
                            "  %d deliveries, %d repeated at %d kills%n",
                            webhook.partner().deliveries(),
                            webhook.partner().received() - webhook.partner().deliveries(),
                            KILLS);
            return violations;
        }
    }

    private List<String> victims() {
        return fixture.random()
                .ints(KILLS, 0, REPLICAS.size())
                .mapToObj(REPLICAS::get)
                .toList();
    }

    private void write(int number) {
        fixture.client().require(200, fixture.message("delivery " + fixture.run() + " " + number));
    }
}
