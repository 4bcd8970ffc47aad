/** Account links: a community asks for an existing account, its owner accepts or declines by mail. */
@NullMarked
package dev.regulars.identity.directory.link;

import org.jspecify.annotations.NullMarked;
