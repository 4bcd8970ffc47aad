package dev.regulars.web.page;

import java.util.List;

/** Several things as they are after one call that changed them; the envelope counts them in {@code meta.updated}. */
public record Updated<T>(List<T> items) {}
