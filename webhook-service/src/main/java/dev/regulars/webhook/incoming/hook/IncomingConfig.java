package dev.regulars.webhook.incoming.hook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What incoming webhooks need to know of the installation. */
@ConfigMapping(prefix = "regulars")
interface IncomingConfig {

    /** How the outside calls the gateway. */
    @WithDefault("http://localhost:8080")
    String publicUrl();
}
