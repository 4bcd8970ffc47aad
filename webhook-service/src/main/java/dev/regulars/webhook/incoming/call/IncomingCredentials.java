package dev.regulars.webhook.incoming.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.incoming.hook.IncomingAction;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import dev.regulars.webhook.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who may call an incoming webhook: the holder of its key, of its secret, of a session token. By the real clock. */
@ApplicationScoped
class IncomingCredentials {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MAX_ID = 256;

    private final MasterKey masterKey;
    private final SessionTokens tokens;

    IncomingCredentials(MasterKey masterKey, SessionTokens tokens) {
        this.masterKey = masterKey;
        this.tokens = tokens;
    }

    void check(IncomingHookDocument hook, IncomingCall call, byte[] body) {
        if (hook.action == IncomingAction.WORKFLOW) {
            require(tokens.isValid(hook, call.sessionToken), hook);
        } else if (hook.apiKeyEnabled) {
            checkKey(hook, call.apiKey);
        }
        if (hook.secret != null) {
            require(isSigned(hook.secret, call, body), hook);
        }
    }

    void checkKey(IncomingHookDocument hook, @Nullable String key) {
        require(key != null && isKey(hook, Secrets.hash(key)), hook);
    }

    private static boolean isKey(IncomingHookDocument hook, String hash) {
        boolean overlaps = hook.previousApiKeyUntil != null && Instant.now().isBefore(hook.previousApiKeyUntil);
        return equal(hook.apiKeyHash, hash)
                || (overlaps && hook.previousApiKeyHash != null && equal(hook.previousApiKeyHash, hash));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    /** A call outside of the window is a replay, as far as anybody can tell. */
    private boolean isSigned(String secret, IncomingCall call, byte[] body) {
        if (call.id == null || call.id.length() > MAX_ID || call.timestamp == null || call.signature == null) {
            return false;
        }
        long seconds;
        try {
            seconds = Long.parseLong(call.timestamp);
        } catch (NumberFormatException e) {
            return false;
        }
        boolean fresh = Math.abs(Instant.now().getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
        return fresh && new Signature(masterKey.decrypt(secret)).isIn(call.signature, call.id, seconds, body);
    }

    private static void require(boolean valid, IncomingHookDocument hook) {
        if (!valid) {
            throw Refusal.of(Kind.KEY_REFUSED, "a call of incoming webhook " + hook.id);
        }
    }
}
