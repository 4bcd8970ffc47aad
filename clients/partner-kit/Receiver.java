import com.sun.net.httpserver.*; // Receives Regulars webhooks, with the JDK alone. WEBHOOK_SECRET=whsec_… java Receiver.java
import java.net.InetSocketAddress;
import java.security.MessageDigest; import java.time.Instant;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.*;
import javax.crypto.*; import javax.crypto.spec.*;

class Receiver {
    static final Map<String, String> ENV = System.getenv();
    static final byte[] SECRET = Base64.getDecoder().decode(ENV.get("WEBHOOK_SECRET").replace("whsec_", ""));
    static final Set<String> SEEN = ConcurrentHashMap.newKeySet(); // in production: a unique column, kept as long as a delivery can be repeated
    static boolean verified(Headers headers, byte[] body) throws Exception {
        String time = headers.getFirst("webhook-timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        mac.update((headers.getFirst("webhook-id") + "." + time + ".").getBytes());
        byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes();
        boolean fresh = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(time)) <= Long.parseLong(ENV.getOrDefault("WEBHOOK_TOLERANCE", "300"));
        return fresh && Arrays.stream(headers.getFirst("webhook-signature").split(" ")).anyMatch(one -> MessageDigest.isEqual(expected, one.getBytes())); }
    static byte[] part(String name, String json) { // use your JSON library; the envelope has strings alone
        Matcher text = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return !text.find() ? null : "base64".equals(ENV.get("WEBHOOK_ENCODING")) ? Base64.getDecoder().decode(text.group(1)) : HexFormat.of().parseHex(text.group(1)); }
    static String decrypted(Headers headers, String body) throws Exception {
        if (!"true".equals(headers.getFirst("x-encrypted"))) return body;
        var key = new SecretKeySpec(ENV.get("WEBHOOK_AES_KEY_" + headers.getFirst("x-encryption-key-id")).getBytes(), "AES"); // used as it is
        byte[] iv = part("iv", body), data = part("data", body), tag = part("tag", body);
        Cipher aes = Cipher.getInstance(tag == null ? "AES/CBC/PKCS5Padding" : "AES/GCM/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, key, tag == null ? new IvParameterSpec(iv) : new GCMParameterSpec(128, iv));
        if (tag != null) { data = Arrays.copyOf(data, data.length + 16); System.arraycopy(tag, 0, data, data.length - 16, 16); }
        return new String(aes.doFinal(data), "UTF-8"); }
    static void receive(HttpExchange call) throws java.io.IOException {
        byte[] raw = call.getRequestBody().readAllBytes(), answer = {}; int status = 401;
        try { if (verified(call.getRequestHeaders(), raw)) { String event = decrypted(call.getRequestHeaders(), new String(raw, "UTF-8")); status = 200;
            if (event.contains("\"webhook.challenge\"")) answer = event.getBytes(); // it holds the challenge
            else if (SEEN.add(call.getRequestHeaders().getFirst("webhook-id"))) System.out.println(event); } // your work: store it, answer at once
        } catch (Exception unreadable) { status = 401; }
        try (call) { call.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length); call.getResponseBody().write(answer); } }
    public static void main(String[] none) throws Exception { var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(ENV.getOrDefault("PORT", "3000"))), 0);
        server.createContext("/", Receiver::receive); server.start(); } }
