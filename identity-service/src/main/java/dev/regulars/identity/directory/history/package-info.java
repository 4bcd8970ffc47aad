/** What the custom fields of members held before, who changed them, and when. */
@NullMarked
package dev.regulars.identity.directory.history;

import org.jspecify.annotations.NullMarked;
