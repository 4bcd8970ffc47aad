package dev.regulars.webhook.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.regulars.eventing.Version;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.platform.http.Addresses;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks identity-service about people of whom no event has told us yet. */
@ApplicationScoped
class Identity {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    record Question(String communityId, List<String> accountIds) {}

    record Known(List<Profiled> people) {
        @Nullable
        Profiled first() {
            return people.isEmpty() ? null : people.getFirst();
        }
    }

    record Profiled(
            String communityId,
            String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            Version version) {

        MemberProfiled profile() {
            return new MemberProfiled(communityId, accountId, userId, username, email, firstName, lastName);
        }
    }

    private final HttpClient client;
    private final Addresses identity;
    private final ObjectMapper json;
    private final ObjectReader answers;

    Identity(Vertx vertx, IdentityConfig config, ObjectMapper json) {
        this.client = vertx.createHttpClient();
        this.identity = new Addresses(config.urls());
        this.json = json;
        this.answers = json.readerFor(Known.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Empty if identity does not know the person either; fails while it is away. */
    Uni<@Nullable Profiled> ask(String communityId, String accountId) {
        URI replica = identity.next();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(replica.resolve("/internal/people").toString());
        return client.request(options)
                .onFailure()
                .invoke(() -> identity.refused(replica))
                .chain(request ->
                        request.putHeader("Content-Type", "application/json").send(question(communityId, accountId)))
                .chain(this::read)
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private String question(String communityId, String accountId) {
        try {
            return json.writeValueAsString(new Question(communityId, List.of(accountId)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<@Nullable Profiled> read(HttpClientResponse response) {
        if (response.statusCode() != OK) {
            return Uni.createFrom().failure(new IllegalStateException("Identity answered " + response.statusCode()));
        }
        return response.body().map(body -> {
            try {
                return answers.<Known>readValue(body.getBytes()).first();
            } catch (IOException e) {
                throw new IllegalStateException("Identity's answer cannot be read", e);
            }
        });
    }
}
