/** The loyalty overview: figures of a community over a range of days, with what they are made of (contract §3.7). */
@NullMarked
package dev.regulars.analysis.loyalty.overview;

import org.jspecify.annotations.NullMarked;
