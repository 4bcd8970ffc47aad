package dev.regulars.identity.directory.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Client of messaging-service, which counts what is not read. */
@ApplicationScoped
class UnreadClient {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private record UnreadRequest(String accountId, List<String> channelIds) {}

    private record UnreadAnswer(Map<String, Long> unread) {}

    private final InternalClient messaging;

    UnreadClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Accounts accounts) {
        this.messaging = new InternalClient(vertx, json, addresses.messaging(), accounts::serviceToken, TIMEOUT);
    }

    /** By channel, of one or several communities; nothing where that service counts nothing. */
    Uni<Map<String, Long>> unread(String accountId, List<String> channelIds) {
        return messaging
                .post("/internal/unread", new UnreadRequest(accountId, channelIds), UnreadAnswer.class)
                .map(answer -> answer == null ? Map.of() : answer.unread());
    }
}
