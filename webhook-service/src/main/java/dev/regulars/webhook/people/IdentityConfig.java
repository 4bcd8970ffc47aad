package dev.regulars.webhook.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/** Where identity-service is. */
@ConfigMapping(prefix = "regulars.identity")
public interface IdentityConfig {

    /** Addresses of its replicas. */
    @WithDefault("http://127.0.0.1:8081")
    List<URI> urls();
}
