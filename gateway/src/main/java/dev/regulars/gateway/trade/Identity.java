package dev.regulars.gateway.trade;

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

/** Asks identity-service who somebody is. */
@Singleton
class Identity {

    private static final int PATIENCE_MILLIS = 5_000;

    private final WebClient http;
    private final ReplicaList replicas;

    Identity(Vertx vertx, ServiceAddresses addresses) {
        this.http = WebClient.create(vertx);
        this.replicas = new ReplicaList(addresses.identity());
    }

    /** Nothing for a credential that is not good; a failure where that cannot be told now. */
    Future<@Nullable Traded> trade(Credential credential, @Nullable String community) {
        var question = new JsonObject().put("scheme", credential.scheme()).put("value", credential.value());
        if (community != null) {
            question.put("community", community);
        }
        return ask(question, replicas.size()).map(Identity::traded);
    }

    private Future<HttpResponse<Buffer>> ask(JsonObject question, int tries) {
        URI replica = replicas.next();
        var request = http.postAbs(replica + "/internal/credentials/resolve").timeout(PATIENCE_MILLIS);
        String requestId = RequestId.current();
        if (requestId != null) {
            request.putHeader(RequestId.HEADER, requestId);
        }
        return request.sendJsonObject(question).recover(failure -> {
            boolean nobodyThere = failure instanceof ConnectException || failure instanceof HttpClosedException;
            if (failure instanceof ConnectException) {
                replicas.refused(replica);
            }
            return nobodyThere && tries > 0 ? ask(question, tries - 1) : Future.failedFuture(failure);
        });
    }

    private static @Nullable Traded traded(HttpResponse<Buffer> answer) {
        return switch (answer.statusCode()) {
            case 200 -> Traded.of(answer.bodyAsJsonObject());
            case 400, 401 -> null;
            default -> throw new IllegalStateException("identity-service answered " + answer.statusCode());
        };
    }
}
