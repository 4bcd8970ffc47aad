/** Users who sign up, join, link accounts and refresh their sessions. */
@NullMarked
package dev.regulars.faults.scenario.account;

import org.jspecify.annotations.NullMarked;
