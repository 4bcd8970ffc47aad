package dev.regulars.platform.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Makes a client for each service that one calls; they share their connections. */
@ApplicationScoped
public class InternalClients {

    private final WebClient http;
    private final ObjectMapper json;

    InternalClients(Vertx vertx, ObjectMapper json) {
        this.http = WebClient.create(vertx);
        this.json = json;
    }

    /**
     * For calls that need to show who they come from.
     *
     * @param replicas addresses of the other service
     * @param token who calls, as an internal token
     * @param patience how long one call may take
     */
    public InternalClient to(List<URI> replicas, Supplier<Uni<String>> token, Duration patience) {
        return new InternalClient(http, json, new Addresses(replicas), token, patience);
    }
}
