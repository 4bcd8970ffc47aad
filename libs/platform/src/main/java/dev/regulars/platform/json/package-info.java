/** JSON as strict as the contract. */
@NullMarked
package dev.regulars.platform.json;

import org.jspecify.annotations.NullMarked;
