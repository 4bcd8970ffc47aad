/** Users with filters: any mix of default and custom fields. */
@NullMarked
package dev.regulars.identity.directory.filter;

import org.jspecify.annotations.NullMarked;
