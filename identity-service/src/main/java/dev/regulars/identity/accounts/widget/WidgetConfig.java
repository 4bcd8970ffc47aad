package dev.regulars.identity.accounts.widget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long tokens of widgets can be used. */
@ConfigMapping(prefix = "regulars.widgets")
public interface WidgetConfig {

    /** Lifetime of a token of a sign-in, or of a public widget. */
    @WithDefault("5m")
    Duration tokenLifetime();

    /** Lifetime of an embed token. */
    @WithDefault("15m")
    Duration embedTokenLifetime();
}
