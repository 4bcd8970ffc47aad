package dev.regulars.sandbox.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** An encrypted body, {@code {iv, data}} or {@code {iv, data, tag}}; the text ends with the tag where there is one. */
record Envelope(byte[] iv, byte[] text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] open(Mode mode, String aesKey, byte[] body) throws GeneralSecurityException, IOException {
        try {
            return mode.open(aesKey, read(mode, JSON.readTree(body)));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("Neither hex nor base64", e);
        }
    }

    private static Envelope read(Mode mode, JsonNode body) {
        int ivBytes = mode == Mode.GCM ? 12 : 16;
        String iv = body.path("iv").asText();
        boolean hex = iv.length() == 2 * ivBytes;
        byte[] data = bytes(body.path("data").asText(), hex);
        byte[] tag = bytes(body.path("tag").asText(), hex);
        byte[] text = new byte[data.length + tag.length];
        System.arraycopy(data, 0, text, 0, data.length);
        System.arraycopy(tag, 0, text, data.length, tag.length);
        return new Envelope(bytes(iv, hex), text);
    }

    private static byte[] bytes(String text, boolean hex) {
        return hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text);
    }
}
