package dev.regulars.eventing;

import dev.regulars.eventing.worker.Poller;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Builds a service's indexes as soon as the database is there; the service is not ready before. */
@Readiness // a qualifier, hence the @Default
@Default
@ApplicationScoped
class IndexesAtStart implements HealthCheck {

    private final Instance<Indexed> declared;
    private final Poller poller;
    private volatile boolean built;

    IndexesAtStart(Vertx vertx, @Any Instance<Indexed> declared) {
        this.declared = declared;
        this.poller = Poller.every(vertx, Duration.ofSeconds(1), "Building the indexes", this::build);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    private Uni<Void> build() {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Indexed service : declared) {
            all = all.chain(service::build);
        }
        return all.invoke(() -> {
            built = true;
            poller.stop();
        });
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("indexes").status(built).build();
    }
}
