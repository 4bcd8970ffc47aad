package dev.regulars.webhook.incoming.call;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the headers of a call say. */
public class IncomingCall {

    @HeaderParam("x-api-key")
    @Parameter(description = "Key of the webhook, where it asks for one")
    @Nullable
    String apiKey;

    @HeaderParam("x-session-token")
    @Parameter(description = "Of the handshake, for workflow webhooks")
    @Nullable
    String sessionToken;

    @HeaderParam("x-encrypted")
    @Parameter(description = "`true` for an encrypted body")
    @Nullable
    String encrypted;

    @HeaderParam("webhook-id")
    @Parameter(description = "Id of the call; the same id again has no second effect")
    @Nullable
    String id;

    @HeaderParam("webhook-timestamp")
    @Parameter(description = "Seconds since 1970, where the webhook asks for signatures")
    @Nullable
    String timestamp;

    @HeaderParam("webhook-signature")
    @Parameter(description = "As Standard Webhooks prescribes, where the webhook asks for signatures")
    @Nullable
    String signature;

    boolean isEncrypted() {
        return "true".equals(encrypted);
    }
}
