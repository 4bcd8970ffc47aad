package dev.regulars.webhook.subscription.api;

import static dev.regulars.webhook.WebhookError.CHANNELS_MISSING;
import static dev.regulars.webhook.WebhookError.EVENT_UNKNOWN;
import static dev.regulars.webhook.WebhookError.KEY_NOT_ASCII;
import static dev.regulars.webhook.WebhookError.KEY_WITHOUT_MODE;
import static dev.regulars.webhook.WebhookError.URL_MALFORMED;

import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.encryption.KeyAlgorithm;
import dev.regulars.webhook.encryption.PublicKeys;
import dev.regulars.webhook.endpoint.EndpointPolicy;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import dev.regulars.webhook.payload.Payloads;
import dev.regulars.webhook.subscription.api.encryption.NewEncryption;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What constraints on single members cannot say about a request. */
@ApplicationScoped
public class SubscriptionRules {

    private final EndpointPolicy policy;

    SubscriptionRules(EndpointPolicy policy) {
        this.policy = policy;
    }

    void check(NewWebhook request) {
        if (!Payloads.names().containsAll(request.events())) {
            throw EVENT_UNKNOWN.because("events " + request.events());
        }
        boolean inChannels = request.events().stream().anyMatch(Payloads::needsChannels);
        if (inChannels && (request.channelIds() == null || request.channelIds().isEmpty())) {
            throw CHANNELS_MISSING.because("no channels for " + request.events());
        }
        var unused = WaitsReader.read(request.schedule());
        check(request.encryptionOrNone());
        requireAllowed(request.url());
    }

    private static void check(NewEncryption encryption) {
        if (encryption.mode() == EncryptionMode.NONE
                && (encryption.aesKey() != null || encryption.publicKey() != null)) {
            throw KEY_WITHOUT_MODE.because("a key without an encryption mode");
        }
        if (encryption.mode() != EncryptionMode.JWE && encryption.algOrDir().usesPublicKey()) {
            throw Refusal.invalid("encryption.alg", "must be absent when mode is not JWE");
        }
        requireAscii(encryption.aesKey(), "encryption.aesKey");
        if (encryption.algOrDir().usesPublicKey()) {
            requirePublicKey(encryption);
        } else if (encryption.publicKey() != null) {
            throw Refusal.invalid("encryption.publicKey", "must be absent when alg is dir");
        }
    }

    private static void requirePublicKey(NewEncryption encryption) {
        if (encryption.aesKey() != null) {
            throw Refusal.invalid("encryption.aesKey", "must be absent when alg uses publicKey");
        }
        var unused = requirePublicKey(encryption.publicKey(), encryption.algOrDir(), "encryption.publicKey");
    }

    public static Map<String, Object> requirePublicKey(
            @Nullable Map<String, Object> key, KeyAlgorithm alg, String field) {
        String violation = key == null ? "is required" : PublicKeys.violation(key, alg);
        if (key == null || violation != null) {
            throw Refusal.invalid(field, String.valueOf(violation));
        }
        return key;
    }

    public static void requireAscii(@Nullable Secret key, String field) {
        if (key != null && !StandardCharsets.US_ASCII.newEncoder().canEncode(key.value())) {
            throw field.equals("encryption.aesKey")
                    ? KEY_NOT_ASCII.because("aesKey that is not ASCII")
                    : Refusal.invalid(field, "must be 32 ASCII characters");
        }
    }

    private void requireAllowed(String text) {
        EndpointUrl url = EndpointUrl.parse(text);
        if (url == null) {
            throw URL_MALFORMED.because("malformed url");
        }
        String violation = policy.violation(url);
        if (violation != null) {
            throw Refusal.invalid("url", violation);
        }
    }
}
