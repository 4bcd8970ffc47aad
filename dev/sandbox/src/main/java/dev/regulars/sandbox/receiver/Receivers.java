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

/** The demo partner: any number of named receivers, and what they got. */
public final class Receivers {

    private static final int KEPT = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Trust> trusts = new ConcurrentHashMap<>();
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private long taken;

    public void configure(String name, Trust trust) {
        trusts.put(name, trust);
    }

    /** Oldest first. */
    public List<Delivery> deliveries(Wanted wanted) {
        synchronized (deliveries) {
            return deliveries.stream().filter(wanted::includes).toList();
        }
    }

    /** A receiver nobody configured answers challenges only: the secret is known after the subscription was made. */
    public Answer take(String name, Map<String, String> headers, byte[] raw) {
        Trust trust = trusts.get(name);
        try {
            return trust == null ? challenge(JSON.readTree(raw)) : check(name, trust, headers, raw);
        } catch (GeneralSecurityException | IOException e) {
            return Answer.refused("unreadable body");
        }
    }

    private Answer check(String name, Trust trust, Map<String, String> headers, byte[] raw)
            throws GeneralSecurityException, IOException {
        Signature signature = Signature.of(headers);
        if (!signature.isFresh(Instant.now())) {
            return Answer.refused("webhook-timestamp is missing or too old");
        }
        if (!signature.fits(trust.secret(), raw)) {
            return Answer.refused("no signature fits");
        }
        JsonNode plain = JSON.readTree(raw);
        if (isChallenge(plain)) {
            return challenge(plain);
        }
        byte[] opened = open(trust, headers, raw);
        String event = JSON.readTree(opened).path("event").asText();
        keep(number -> new Delivery(number, name, event, headers, new String(raw, UTF_8), new String(opened, UTF_8)));
        return Answer.THANKS;
    }

    private static byte[] open(Trust trust, Map<String, String> headers, byte[] raw)
            throws GeneralSecurityException, IOException {
        String aesKey = trust.aesKey();
        if (aesKey == null || trust.mode() == Mode.none) {
            return raw;
        }
        if (!"true".equals(headers.get("x-encrypted"))) {
            throw new GeneralSecurityException("not encrypted");
        }
        return Envelope.open(trust.mode(), aesKey, raw);
    }

    private void keep(LongFunction<Delivery> numbered) {
        synchronized (deliveries) {
            deliveries.add(numbered.apply(++taken));
            if (deliveries.size() > KEPT) {
                deliveries.remove();
            }
        }
    }

    private static boolean isChallenge(JsonNode body) {
        return "webhook.challenge".equals(body.path("type").asText());
    }

    private static Answer challenge(JsonNode body) {
        return isChallenge(body)
                ? new Answer(
                        200,
                        JSON.createObjectNode()
                                .set("challenge", body.path("challenge"))
                                .toString())
                : Answer.refused("this receiver is not configured");
    }
}
