package dev.regulars.analysis.drawing;

/** How a line is drawn. */
public enum LineStyle {
    SOLID,
    DASHED
}
