package dev.regulars.eventing.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.eventing.worker.Poller;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A trace, and the id of the request, are the context's: who loses it leaves both to strangers. */
@QuarkusTest
class ContextTest {

    @Inject
    Vertx vertx;

    @Inject
    Once once;

    @Test
    void theWorkOfACallAndWhatComesAfterItStayInItsContext() {
        var call = new IdempotentCall(
                "c", "caller", "look around", UUID.randomUUID().toString(), "");
        List<Context> seen = new CopyOnWriteArrayList<>();

        Uni.createFrom()
                .deferred(() -> {
                    seen.add(Vertx.currentContext());
                    return once.perform(call, String.class, tx -> {
                        seen.add(Vertx.currentContext());
                        return Uni.createFrom().item("done");
                    });
                })
                .invoke(() -> seen.add(Vertx.currentContext()))
                .runSubscriptionOn(Poller.contextOfItsOwn(vertx))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(seen).hasSize(3).allMatch(Objects::nonNull);
        assertThat(seen.stream().distinct()).hasSize(1);
    }
}
