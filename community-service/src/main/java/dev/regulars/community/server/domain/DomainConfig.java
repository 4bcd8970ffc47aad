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

    /** How long until a domain that was proven by DNS is looked up again. */
    @WithDefault("1d")
    Duration checkInterval();

    /** After how many look-ups in a row without its record a domain is lost. */
    @WithDefault("3")
    int misses();

    /** How long a name server has to answer. */
    @WithDefault("5s")
    Duration timeLimit();
}
