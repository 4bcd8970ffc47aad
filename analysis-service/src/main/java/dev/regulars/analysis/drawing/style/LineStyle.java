package dev.regulars.analysis.drawing.style;

/** How a line is drawn. */
public enum LineStyle {
    SOLID,
    DASHED
}
