package dev.regulars.internal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.util.List;

/** Where the services of the suite are, each a list of replicas: {@code REGULARS_IDENTITY_URLS} and so on. */
@ConfigMapping(prefix = "regulars")
public interface ServiceAddresses {

    /** Accounts, credentials, the member directory. */
    @WithName("identity.urls")
    @WithDefault("http://127.0.0.1:8081")
    List<URI> identity();

    /** Communities and memberships. */
    @WithName("community.urls")
    @WithDefault("http://127.0.0.1:8082")
    List<URI> community();

    /** Messages. */
    @WithName("messaging.urls")
    @WithDefault("http://127.0.0.1:8083")
    List<URI> messaging();

    /** The member ledger. */
    @WithName("gamification.urls")
    @WithDefault("http://127.0.0.1:8084")
    List<URI> gamification();

    /** Store and orders. */
    @WithName("rewards.urls")
    @WithDefault("http://127.0.0.1:8085")
    List<URI> rewards();

    /** Chart analyses. */
    @WithName("analysis.urls")
    @WithDefault("http://127.0.0.1:8086")
    List<URI> analysis();

    /** Subscriptions and deliveries. */
    @WithName("webhook.urls")
    @WithDefault("http://127.0.0.1:8087")
    List<URI> webhook();
}
