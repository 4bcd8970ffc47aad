/** People as the Application API shows them: the members of a community, and oneself. */
@NullMarked
package dev.regulars.identity.directory.people;

import org.jspecify.annotations.NullMarked;
