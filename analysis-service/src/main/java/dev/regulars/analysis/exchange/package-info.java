/** Analyses for charting libraries, and from them: KLineChart overlays, ECharts options, SVG (contract §3.17). */
@NullMarked
package dev.regulars.analysis.exchange;

import org.jspecify.annotations.NullMarked;
