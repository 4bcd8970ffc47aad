/** Chart analyses: created in a channel, changed, expired, deleted (contract §3.6). */
@NullMarked
package dev.regulars.analysis.chart;

import org.jspecify.annotations.NullMarked;
