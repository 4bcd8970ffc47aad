package dev.regulars.identity.accounts.installation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who answers for the installation. */
@ConfigMapping(prefix = "regulars")
interface InstallationConfig {

    /** The e-mail address whose owner, once verified, is the installation's admin; nobody is where it is not set. */
    Optional<String> bootstrapOwner();
}
