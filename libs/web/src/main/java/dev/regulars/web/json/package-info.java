/** JSON as strict as the contract. */
@NullMarked
package dev.regulars.web.json;

import org.jspecify.annotations.NullMarked;
