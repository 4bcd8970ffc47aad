package dev.regulars.webhook.encryption;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.regulars.web.json.WireName;
import java.util.Base64;
import java.util.HexFormat;

/** Text encoding of IV, ciphertext and tag. */
public enum Encoding implements WireName {
    HEX("hex"),
    BASE64("base64");

    private final String wire;

    Encoding(String wire) {
        this.wire = wire;
    }

    String text(byte[] bytes) {
        return this == HEX
                ? HexFormat.of().formatHex(bytes)
                : Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    @JsonValue
    public String wire() {
        return wire;
    }
}
