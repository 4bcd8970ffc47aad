package dev.regulars.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A service whose operator named a bucket uses it. */
@QuarkusTest
@WithTestResource(S3Server.class)
class ImagesInABucketTest {

    @Inject
    MediaStorage storage;

    @Test
    void theBucketIsTheStorageOfTheService() {
        storage.put("one", Buffer.buffer("content")).await().indefinitely();

        assertThat(storage).isInstanceOf(S3Storage.class);
        assertThat(storage.get("one").await().indefinitely()).isEqualTo(Buffer.buffer("content"));
    }
}
