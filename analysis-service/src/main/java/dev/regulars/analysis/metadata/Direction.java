package dev.regulars.analysis.metadata;

/** Where the author sees the price go. */
public enum Direction {
    BULLISH,
    BEARISH
}
