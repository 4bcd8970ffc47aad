package dev.regulars.gateway.ratelimit;

import java.util.Locale;

/** Whose requests a limit counts. */
enum Policy {
    ADDRESS,
    KEY,
    USER,
    COMMUNITY,
    CHAT_METHOD;

    /** In headers, metrics and settings of communities. */
    final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
}
