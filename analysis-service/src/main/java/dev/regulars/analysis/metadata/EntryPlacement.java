package dev.regulars.analysis.metadata;

/** Where the entry lies, seen from the current price. */
public enum EntryPlacement {
    ABOVE_CURRENT,
    BELOW_CURRENT
}
