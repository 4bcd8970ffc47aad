package dev.regulars.community.server.domain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How domains of communities are looked up. */
@ConfigMapping(prefix = "regulars.domains")
public interface DomainConfig {

    /** Address and port of the name server to ask, such as 192.0.2.53:53; by default that of the system. */
    Optional<String> nameServer();

    /** How long a name server has to answer. */
    @WithDefault("5s")
    Duration timeLimit();
}
