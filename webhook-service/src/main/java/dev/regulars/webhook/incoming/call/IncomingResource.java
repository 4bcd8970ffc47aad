package dev.regulars.webhook.incoming.call;

import dev.regulars.web.caller.Public;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/incoming/{webhookId}")
@Tag(name = "Incoming webhooks")
class IncomingResource {

    private static final String ID = "`_id` of the incoming webhook";
    private static final String BEARER = "bearer ";
    private static final String EXAMPLE = """
            {"email": "ana@example.com", "operation": "add", "amount": 5}""";

    /** For the calls of the next five minutes. */
    record Session(
            @Schema(description = "To be sent as `x-session-token` within 300 seconds")
            String sessionToken) {}

    private final IncomingCalls calls;
    private final IncomingCredentials credentials;
    private final SessionTokens tokens;

    IncomingResource(IncomingCalls calls, IncomingCredentials credentials, SessionTokens tokens) {
        this.calls = calls;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    @POST
    @ResponseStatus(200)
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    @IgnoresIdempotencyKey("The webhook remembers its calls itself, by this key or by webhook-id")
    @Says("Webhook has been received successfully")
    @Refuses(kind = Kind.KEY_REFUSED, when = "The key, the signature or the session token is missing or wrong")
    @Refuses(kind = Kind.CONFLICT, when = "The balance does not suffice, or the sender may not post")
    @Refuses(kind = Kind.MISUSED_KEY, when = "The id came before, with another body")
    @Operation(
            operationId = "callIncomingWebhook",
            summary = "Call an incoming webhook. The body depends on its action",
            description = "Bodies: `{message, channelId, sender}`, `{email or user_id, fields}`,"
                    + " `{email or user_id, operation, amount}`, `{eventType, …}`; or the envelope `{iv, data, tag}` of one of"
                    + " these, with `x-encrypted: true`")
    public Uni<Void> call(
            @Parameter(description = ID) @ObjectId String webhookId,
            @BeanParam IncomingCall call,
            @HeaderParam("Idempotency-Key") @Parameter(hidden = true) @Nullable String idempotencyKey,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = Object.class),
                                            example = EXAMPLE))
                    byte[] body) {
        return calls.take(webhookId, call, call.id != null ? call.id : idempotencyKey, body);
    }

    @POST
    @Path("/handshake")
    @Public
    @IgnoresIdempotencyKey("Each call answers a token of its own")
    @Says("Handshake success")
    @Refuses(kind = Kind.KEY_REFUSED, when = "The key is missing or wrong")
    @Operation(
            operationId = "beginWorkflowSession",
            summary = "Exchange the key of a workflow webhook for a session token")
    @Shows("""
            {"sessionToken": "1773159650.0f2a44c1d5e6b7a8.9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
    public Uni<Session> handshake(
            @Parameter(description = ID) @ObjectId String webhookId,
            @HeaderParam("Authorization") @Parameter(description = "The key of the webhook, bare") @Nullable
                    String authorization,
            @HeaderParam("x-api-key") @Parameter(description = "The same, instead") @Nullable String apiKey) {
        return calls.called(webhookId).map(hook -> {
            credentials.checkKey(hook, apiKey != null ? apiKey : bare(authorization));
            return new Session(tokens.create(hook));
        });
    }

    private static @Nullable String bare(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : authorization;
    }
}
