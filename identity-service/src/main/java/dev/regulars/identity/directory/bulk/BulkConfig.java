package dev.regulars.identity.directory.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of bulk operations. */
@ConfigMapping(prefix = "regulars.bulk")
public interface BulkConfig {

    /** One file. */
    @WithDefault("100M")
    MemorySize maxFile();

    /** Rows of one file. */
    @WithDefault("500000")
    int maxRows();

    /** For how long jobs, files and outcomes of rows are kept. */
    @WithDefault("30d")
    Duration keptFor();

    /** Jobs of one community that are not over. */
    @WithDefault("20")
    int maxOpenJobs();

    /** How long a part is reserved for the replica that applies it. */
    @WithDefault("15s")
    Duration lease();

    /** Parts that one replica applies at once. */
    @WithDefault("2")
    int lanes();

    /** Whether anybody may import members into any community, without a key. */
    @WithDefault("false")
    boolean openImport();
}
