package dev.regulars.identity.accounts.installation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who answers for the installation. */
@ConfigMapping(prefix = "regulars")
interface InstallationConfig {

    /** E-mail address whose owner, once verified, is the installation's admin; without it there is none. */
    Optional<String> bootstrapOwner();
}
