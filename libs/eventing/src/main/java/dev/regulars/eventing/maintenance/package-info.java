/** Commands for an operator who restores or migrates data. They are run with the class path of a service that is stopped. */
@NullMarked
package dev.regulars.eventing.maintenance;

import org.jspecify.annotations.NullMarked;
