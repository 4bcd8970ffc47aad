package dev.regulars.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Verifies and decrypts messages as a partner would, written from the contract alone. */
public final class PartnerCrypto {

    private PartnerCrypto() {}

    public static String signature(PartnerEndpoint.Message message, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            mac.update((message.id() + "." + message.timestamp() + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] decrypt(String envelope, String mode, String encoding, String key) {
        Function<String, byte[]> bytes =
                encoding.equals("hex") ? HexFormat.of()::parseHex : Base64.getDecoder()::decode;
        var parts = new JsonObject(envelope);
        byte[] iv = bytes.apply(parts.getString("iv"));
        byte[] data = bytes.apply(parts.getString("data"));
        var aes = new SecretKeySpec(key.getBytes(US_ASCII), "AES");
        try {
            if (mode.equals("CBC")) {
                var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
                cipher.init(Cipher.DECRYPT_MODE, aes, new IvParameterSpec(iv));
                return cipher.doFinal(data);
            }
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, aes, new GCMParameterSpec(128, iv));
            cipher.update(data);
            return cipher.doFinal(bytes.apply(parts.getString("tag")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
