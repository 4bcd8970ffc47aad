/** Warnings, suspensions and bans. */
@NullMarked
package dev.regulars.community.sanction;

import org.jspecify.annotations.NullMarked;
