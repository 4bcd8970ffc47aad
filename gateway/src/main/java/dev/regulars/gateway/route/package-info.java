/** Which service an address belongs to. */
@NullMarked
package dev.regulars.gateway.route;

import org.jspecify.annotations.NullMarked;
