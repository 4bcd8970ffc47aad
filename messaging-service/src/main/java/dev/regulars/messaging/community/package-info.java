/** What messaging keeps of communities: channels, roles and members, as community-service says, and what they may do. */
@NullMarked
package dev.regulars.messaging.community;

import org.jspecify.annotations.NullMarked;
