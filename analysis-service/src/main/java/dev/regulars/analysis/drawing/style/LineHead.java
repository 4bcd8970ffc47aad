package dev.regulars.analysis.drawing.style;

/** How an end of a line looks. */
public enum LineHead {
    NONE,
    ARROW
}
