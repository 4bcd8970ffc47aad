package dev.regulars.webhook.incoming.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Session tokens of workflow webhooks. Nothing is stored: a token holds its end, under a hash that nobody else can make. */
@ApplicationScoped
class SessionTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String PURPOSE = "workflow-session";

    private final MasterKey masterKey;

    SessionTokens(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    String create(IncomingHookDocument hook) {
        String claims = Instant.now().plus(LIFETIME).getEpochSecond() + "."
                + HexFormat.of().formatHex(Secrets.bytes(8));
        return claims + "." + masterKey.keyedHash(PURPOSE, bound(hook, claims));
    }

    boolean isValid(IncomingHookDocument hook, @Nullable String token) {
        String[] part = token == null ? new String[0] : token.split("\\.", -1);
        if (part.length != 3 || !part[0].matches("\\d{1,12}")) {
            return false;
        }
        byte[] shown = part[2].getBytes(UTF_8);
        boolean ours = masterKey.keyedHashes(PURPOSE, bound(hook, part[0] + "." + part[1])).stream()
                .anyMatch(hash -> MessageDigest.isEqual(shown, hash.getBytes(UTF_8)));
        return ours && Instant.now().getEpochSecond() < Long.parseLong(part[0]);
    }

    /** A new key of the webhook ends the sessions that the old one began. */
    private static String bound(IncomingHookDocument hook, String claims) {
        return hook.id + "." + hook.apiKeyHash + "." + claims;
    }
}
