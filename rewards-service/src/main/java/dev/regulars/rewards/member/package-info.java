/** What community-service and identity-service say of members, as far as prices and access need it. */
@NullMarked
package dev.regulars.rewards.member;

import org.jspecify.annotations.NullMarked;
