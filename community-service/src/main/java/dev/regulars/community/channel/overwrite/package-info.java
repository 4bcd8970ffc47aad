/** What a channel changes for single roles and members. */
@NullMarked
package dev.regulars.community.channel.overwrite;

import org.jspecify.annotations.NullMarked;
