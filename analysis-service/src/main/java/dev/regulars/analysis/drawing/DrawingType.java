package dev.regulars.analysis.drawing;

/** The kinds of drawings; how many points each has is said by its record. */
public enum DrawingType {
    RECTANGLE,
    LINE,
    HORIZONTAL_LINE,
    PARALLEL,
    FIBONACCI_RETRACEMENT
}
