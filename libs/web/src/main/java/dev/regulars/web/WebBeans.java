package dev.regulars.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Things the JDK offers and CDI does not. */
final class WebBeans {

    /**
     * Ticks in milliseconds, as MongoDB stores times: what is answered is what will be read. The sandbox can
     * shift it, so that days pass.
     */
    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "regulars.clock.offset-file") Optional<Path> offset) {
        Clock real = Clock.tickMillis(ZoneOffset.UTC);
        return offset.<Clock>map(file -> new ShiftedClock(real, file)).orElse(real);
    }
}
