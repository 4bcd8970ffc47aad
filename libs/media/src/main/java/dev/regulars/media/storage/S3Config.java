package dev.regulars.media.storage;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where images are stored. */
@ConfigMapping(prefix = "regulars.media")
public interface S3Config {

    /** A bucket of a store that speaks S3; without it images are stored in MongoDB (GridFS). */
    Optional<S3> s3();

    /** The bucket, which has to exist. */
    interface S3 {

        /** The address of the store, without the bucket. */
        URI endpoint();

        /** The bucket; services share it, each under its own name. */
        String bucket();

        /** The region that requests are signed for; {@code us-east-1} by default. */
        Optional<String> region();

        /** The id of the access key, which may read, write and delete objects. */
        String accessKey();

        /** The secret of the access key. */
        String secretKey();

        /** Whether the bucket is the first part of the host name, as AWS wants it, or of the path, as by default. */
        Optional<Boolean> virtualHosts();
    }
}
