package dev.regulars.media.storage;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** A store that speaks S3 and checks signatures, with one bucket in memory. */
public class S3Server implements QuarkusTestResourceLifecycleManager {

    static final String BUCKET = "images";
    static final String KEY = "key";
    static final String SECRET = "secret";

    private final BlobStoreContext objects = ContextBuilder.newBuilder("transient")
            .credentials(KEY, SECRET)
            .overrides(new Properties())
            .build(BlobStoreContext.class);
    private final S3Proxy server = S3Proxy.builder()
            .blobStore(objects.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build();

    @Override
    public Map<String, String> start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        objects.getBlobStore().createContainerInLocation(null, BUCKET);
        return Map.of(
                "regulars.media.s3.endpoint", address().toString(),
                "regulars.media.s3.bucket", BUCKET,
                "regulars.media.s3.access-key", KEY,
                "regulars.media.s3.secret-key", SECRET);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    long count(String folder) {
        return objects.getBlobStore().list(BUCKET).stream()
                .filter(object -> object.getName().startsWith(folder))
                .count();
    }

    @Override
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        objects.close();
    }
}
