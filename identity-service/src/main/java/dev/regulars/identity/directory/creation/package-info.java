/** What a community says of a user beside names and address when it creates one. */
@NullMarked
package dev.regulars.identity.directory.creation;

import org.jspecify.annotations.NullMarked;
