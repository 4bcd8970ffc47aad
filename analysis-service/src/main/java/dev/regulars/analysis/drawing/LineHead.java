package dev.regulars.analysis.drawing;

/** How an end of a line looks. */
public enum LineHead {
    NONE,
    ARROW
}
