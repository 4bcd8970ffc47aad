package dev.regulars.gateway.token;

import dev.regulars.internal.ClientLimits;
import dev.regulars.internal.ReplicaList;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.web.http.RequestId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Client of the token exchange at identity-service. */
@Singleton
class TokenExchange {

    private static final int TIMEOUT_MILLIS = 5_000;

    private final WebClient http;
    private final ReplicaList replicas;

    TokenExchange(Vertx vertx, ServiceAddresses addresses) {
        this.http = WebClient.create(vertx, ClientLimits.options());
        this.replicas = new ReplicaList(addresses.identity());
    }

    /** The internal token for a credential, or null if the credential is invalid. Fails if identity-service is unavailable. */
    Future<@Nullable ExchangedToken> exchange(Credential credential, @Nullable String community) {
        var request = new JsonObject().put("scheme", credential.scheme()).put("value", credential.value());
        if (credential.userId() != null) {
            request.put("userId", credential.userId());
        }
        if (community != null) {
            request.put("community", community);
        }
        return send(request, replicas.size()).map(TokenExchange::tokenIn);
    }

    private Future<HttpResponse<Buffer>> send(JsonObject body, int retries) {
        URI replica = replicas.next();
        var request = http.postAbs(replica + "/internal/credentials/resolve").timeout(TIMEOUT_MILLIS);
        String requestId = RequestId.current();
        if (requestId != null) {
            request.putHeader(RequestId.HEADER, requestId);
        }
        return request.sendJsonObject(body).recover(failure -> {
            boolean unsent = failure instanceof ConnectException || failure instanceof HttpClosedException;
            if (failure instanceof ConnectException) {
                replicas.refused(replica);
            }
            return unsent && retries > 0 ? send(body, retries - 1) : Future.failedFuture(failure);
        });
    }

    private static @Nullable ExchangedToken tokenIn(HttpResponse<Buffer> response) {
        return switch (response.statusCode()) {
            case 200 -> ExchangedToken.of(response.bodyAsJsonObject());
            case 400, 401 -> null;
            default -> throw new IllegalStateException("identity-service answered " + response.statusCode());
        };
    }
}
