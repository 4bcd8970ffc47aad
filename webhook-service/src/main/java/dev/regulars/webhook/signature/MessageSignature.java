package dev.regulars.webhook.signature;

import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** HTTP message signatures (RFC 9421) with Ed25519, over what a receiver acts upon. */
final class MessageSignature {

    private MessageSignature() {}

    static Map<String, String> headers(SigningKey key, String url, String id, long seconds, byte[] body) {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
        Map<String, String> covered = new LinkedHashMap<>();
        covered.put("@method", "POST");
        covered.put("@target-uri", url);
        covered.put("content-digest", digest);
        covered.put("webhook-id", id);
        covered.put("webhook-timestamp", Long.toString(seconds));
        String names = covered.keySet().stream().map(name -> "\"" + name + "\"").collect(joining(" ", "(", ")"));
        String parameters = names + ";created=" + seconds + ";keyid=\"" + key.keyId() + "\";alg=\"ed25519\"";
        String base = covered.entrySet().stream()
                        .map(one -> "\"" + one.getKey() + "\": " + one.getValue() + "\n")
                        .collect(joining())
                + "\"@signature-params\": " + parameters;
        return Map.of(
                "Content-Digest",
                digest,
                "Signature-Input",
                "sig1=" + parameters,
                "Signature",
                "sig1=:" + key.sign(base, new byte[0]) + ":");
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
