package dev.regulars.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regulars.crypto.MasterKey;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Addresses of images at the gateway, {@code /media/{service}/{id}}; those of restricted ones are signed and expire. */
@Singleton
class MediaUrls {

    private static final String PURPOSE = "addresses of media";
    private static final Pattern ID = Pattern.compile("([0-9a-f]{24})(?:\\?.*)?");

    private final String root;
    private final MediaConfig config;
    private final MasterKey key;
    private final Clock clock;

    MediaUrls(
            MediaConfig config,
            MasterKey key,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.root = config.publicUrl() + "/media/" + application.replaceFirst("-service$", "") + "/";
        this.config = config;
        this.key = key;
        this.clock = clock;
    }

    String plain(String id) {
        return root + id;
    }

    SignedUrl signed(String id, boolean thumbnail) {
        Instant expiresAt = clock.instant().plus(config.media().signedFor());
        String expires = String.valueOf(expiresAt.getEpochSecond());
        String signature = key.keyedHash(PURPOSE, text(id, expires));
        String size = thumbnail ? "&size=thumbnail" : "";
        return new SignedUrl(
                root + id + "?expires=" + expires + "&signature=" + signature + size,
                Instant.ofEpochSecond(expiresAt.getEpochSecond()));
    }

    /** Whether the address was signed by us, and is still good. */
    boolean isGood(String id, @Nullable String expires, @Nullable String signature) {
        if (expires == null || signature == null || !expires.matches("\\d{1,12}")) {
            return false;
        }
        byte[] shown = signature.getBytes(UTF_8);
        boolean ours = key.keyedHashes(PURPOSE, text(id, expires)).stream()
                .anyMatch(right -> MessageDigest.isEqual(shown, right.getBytes(UTF_8)));
        return ours && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)));
    }

    /** The id in one of our own addresses, signed or not; nothing for any other text. */
    @Nullable
    String id(String url) {
        Matcher id = ID.matcher(url.startsWith(root) ? url.substring(root.length()) : "");
        return id.matches() ? id.group(1) : null;
    }

    private static String text(String id, String expires) {
        return id + "|" + expires;
    }
}
