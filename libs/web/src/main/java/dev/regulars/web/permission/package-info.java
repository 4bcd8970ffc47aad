/** What the roles of a community allow its members: one pure function, the same for every service. */
@NullMarked
package dev.regulars.web.permission;

import org.jspecify.annotations.NullMarked;
