/** Pictures of a community: logos, badges, products. */
@NullMarked
package dev.regulars.community.media;

import org.jspecify.annotations.NullMarked;
