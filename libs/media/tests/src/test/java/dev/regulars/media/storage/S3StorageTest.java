package dev.regulars.media.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3StorageTest {

    private static final S3Server SERVER = new S3Server();

    private record Bucket(
            URI endpoint,
            String bucket,
            String accessKey,
            String secretKey,
            Optional<String> region,
            Optional<Boolean> virtualHosts)
            implements S3Config.S3 {}

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void whatIsPutIsReadUntilItIsDeleted() {
        S3Storage storage = storage(SERVER.address(), S3Server.SECRET);
        byte[] bytes = new byte[3 << 20];
        bytes[4711] = 7;

        storage.put("large", Buffer.buffer(bytes)).await().indefinitely();

        assertThat(storage.get("large").await().indefinitely().getBytes()).isEqualTo(bytes);
        assertThat(SERVER.count("pictures-service/")).isEqualTo(1);
        storage.delete("large").await().indefinitely();
        assertThat(storage.get("large").await().indefinitely()).isNull();
        storage.delete("large").await().indefinitely();
    }

    @Test
    void aStoreThatRefusesOrIsAwayIsUnavailable() {
        assertUnavailable(storage(SERVER.address(), "wrong"));
        assertUnavailable(storage(URI.create("http://127.0.0.1:1"), S3Server.SECRET));
    }

    private static void assertUnavailable(S3Storage storage) {
        var content = Buffer.buffer("content");
        assertThatThrownBy(() -> storage.put("refused", content).await().indefinitely())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE));
        assertThatThrownBy(() -> storage.get("refused").await().indefinitely()).isInstanceOf(Refusal.class);
    }

    private static S3Storage storage(URI endpoint, String secret) {
        return new S3Storage(
                new Bucket(endpoint, S3Server.BUCKET, S3Server.KEY, secret, Optional.empty(), Optional.empty()),
                "pictures-service");
    }
}
