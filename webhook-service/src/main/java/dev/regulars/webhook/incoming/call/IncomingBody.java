package dev.regulars.webhook.incoming.call;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.crypto.MasterKey;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.encryption.BodyDecryptor;
import dev.regulars.webhook.encryption.BodyDecryptor.Envelope;
import dev.regulars.webhook.encryption.EncryptionKey;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;

/** Reads what a call contains. */
@ApplicationScoped
class IncomingBody {

    private static final List<String> MEMBERS = List.of("message", "fields", "operation", "eventType", "iv");

    private final MasterKey masterKey;
    private final ObjectMapper json;

    IncomingBody(MasterKey masterKey, ObjectMapper json) {
        this.masterKey = masterKey;
        this.json = json;
    }

    /** Whether it could be a call of some webhook. */
    boolean isCall(byte[] body) {
        try {
            JsonNode read = json.readTree(body);
            return MEMBERS.stream().anyMatch(read::has);
        } catch (IOException e) {
            return false;
        }
    }

    /** The JSON of the call, whichever way it came. Refuses what is not as the webhook asks for it. */
    byte[] plain(IncomingHookDocument hook, IncomingCall call, byte[] body) {
        EncryptionKey key = hook.mode == EncryptionMode.NONE ? null : hook.key;
        if ((key != null) != call.isEncrypted()) {
            throw Refusal.unreadable("encrypted: " + call.isEncrypted());
        }
        return key == null ? body : decrypt(hook, key, body);
    }

    private byte[] decrypt(IncomingHookDocument hook, EncryptionKey key, byte[] body) {
        try {
            Envelope envelope = json.readerFor(Envelope.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
            return decrypt(hook, key, envelope);
        } catch (IOException | GeneralSecurityException e) {
            throw Refusal.unreadable("a body of incoming webhook " + hook.id + " cannot be decrypted");
        }
    }

    /** While a key is rotated, the one of before is tried second: CBC does not tell which one fits, the JSON does. */
    private byte[] decrypt(IncomingHookDocument hook, EncryptionKey key, Envelope envelope)
            throws GeneralSecurityException {
        boolean overlaps = hook.previousKeyUntil != null && Instant.now().isBefore(hook.previousKeyUntil);
        if (!overlaps || hook.previousKey == null) {
            return decrypt(hook.mode, key, envelope);
        }
        try {
            byte[] plain = decrypt(hook.mode, key, envelope);
            json.readTree(plain);
            return plain;
        } catch (IOException | GeneralSecurityException e) {
            return decrypt(hook.mode, hook.previousKey, envelope);
        }
    }

    private byte[] decrypt(EncryptionMode mode, EncryptionKey key, Envelope envelope) throws GeneralSecurityException {
        return BodyDecryptor.decrypt(mode, masterKey.decrypt(String.valueOf(key.aesKey())), envelope);
    }
}
