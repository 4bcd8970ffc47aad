package dev.regulars.web;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Things the JDK offers and CDI does not. */
final class WebBeans {

    /** Ticks in milliseconds, as MongoDB stores times: what is answered is what will be read. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
