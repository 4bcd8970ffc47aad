package dev.regulars.media.storage;

import dev.regulars.eventing.worker.Poller;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps the bytes in a bucket of a store that speaks S3, such as AWS, MinIO or Ceph. */
final class S3Storage implements MediaStorage {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);
    /** With all further attempts; a caller waits so long at most. */
    private static final Duration CALL = Duration.ofSeconds(20);

    private final S3Client client;
    private final String bucket;
    private final String folder;

    /** @param service whose objects are under its name, since services share the bucket */
    S3Storage(S3Config.S3 config, String service) {
        this.bucket = config.bucket();
        this.folder = service + "/";
        this.client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ))
                .overrideConfiguration(override -> override.apiCallTimeout(CALL))
                .endpointOverride(config.endpoint())
                .region(Region.of(config.region().orElse("us-east-1")))
                .forcePathStyle(!config.virtualHosts().orElse(false))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(config.accessKey(), config.secretKey())))
                // many stores do not know the checksums that AWS added later
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    @Override
    public Uni<Void> put(String key, Buffer content) {
        return call(() -> client.putObject(
                        to -> to.bucket(bucket).key(folder + key), RequestBody.fromBytes(content.getBytes())))
                .replaceWithVoid();
    }

    @Override
    public Uni<@Nullable Buffer> get(String key) {
        return call(() -> {
            try {
                return Buffer.buffer(
                        client.getObjectAsBytes(from -> from.bucket(bucket).key(folder + key))
                                .asByteArray());
            } catch (NoSuchKeyException e) {
                return null;
            }
        });
    }

    @Override
    public Uni<Void> delete(String key) {
        return call(() -> client.deleteObject(of -> of.bucket(bucket).key(folder + key)))
                .replaceWithVoid();
    }

    private static <T extends @Nullable Object> Uni<T> call(Supplier<T> request) {
        Executor here = Poller.thisContext();
        return Uni.createFrom()
                .item(request)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(SdkException.class)
                .transform(S3Storage::unavailable)
                .emitOn(here);
    }

    private static Refusal unavailable(Throwable failure) {
        Log.warnf(failure, "The image store does not answer as expected");
        return Refusal.of(Kind.UNAVAILABLE, "images are not available at the moment");
    }
}
