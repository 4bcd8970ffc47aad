package dev.regulars.sandbox.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** The demo partner: named receivers and their deliveries. */
public final class Receivers {

    private static final int KEPT = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ReceiverSecrets> secretsByName = new ConcurrentHashMap<>();
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private long count;

    public void configure(String name, ReceiverSecrets secrets) {
        secretsByName.put(name, secrets);
    }

    /** Oldest first. */
    public List<Delivery> deliveries(DeliveryFilter filter) {
        synchronized (deliveries) {
            return deliveries.stream().filter(filter::matches).toList();
        }
    }

    /** An unconfigured receiver answers challenges only: its secret is known only after the subscription was created. */
    public ReceiverResponse receive(String name, Map<String, String> headers, byte[] raw) {
        ReceiverSecrets secrets = secretsByName.get(name);
        try {
            return secrets == null ? challenge(JSON.readTree(raw)) : check(name, secrets, headers, raw);
        } catch (GeneralSecurityException | IOException e) {
            return ReceiverResponse.refused("unreadable body");
        }
    }

    private ReceiverResponse check(String name, ReceiverSecrets secrets, Map<String, String> headers, byte[] raw)
            throws GeneralSecurityException, IOException {
        Signature signature = Signature.of(headers);
        if (!signature.isFresh(Instant.now())) {
            return ReceiverResponse.refused("webhook-timestamp is missing or too old");
        }
        if (!signature.matches(secrets.secret(), raw)) {
            return ReceiverResponse.refused("no valid signature");
        }
        JsonNode plain = JSON.readTree(raw);
        if (isChallenge(plain)) {
            return challenge(plain);
        }
        byte[] plaintext = decrypt(secrets, headers, raw);
        String event = JSON.readTree(plaintext).path("event").asText();
        keep(number ->
                new Delivery(number, name, event, headers, new String(raw, UTF_8), new String(plaintext, UTF_8)));
        return ReceiverResponse.ACCEPTED;
    }

    private static byte[] decrypt(ReceiverSecrets secrets, Map<String, String> headers, byte[] raw)
            throws GeneralSecurityException, IOException {
        String aesKey = secrets.aesKey();
        if (aesKey == null || secrets.mode() == EncryptionMode.none) {
            return raw;
        }
        if (!"true".equals(headers.get("x-encrypted"))) {
            throw new GeneralSecurityException("not encrypted");
        }
        return Envelope.decrypt(secrets.mode(), aesKey, raw);
    }

    private void keep(LongFunction<Delivery> numbered) {
        synchronized (deliveries) {
            deliveries.add(numbered.apply(++count));
            if (deliveries.size() > KEPT) {
                deliveries.remove();
            }
        }
    }

    private static boolean isChallenge(JsonNode body) {
        return "webhook.challenge".equals(body.path("type").asText());
    }

    private static ReceiverResponse challenge(JsonNode body) {
        return isChallenge(body)
                ? new ReceiverResponse(
                        200,
                        JSON.createObjectNode()
                                .set("challenge", body.path("challenge"))
                                .toString())
                : ReceiverResponse.refused("this receiver is not configured");
    }
}
