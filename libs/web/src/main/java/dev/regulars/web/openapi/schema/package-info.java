/** Schemas of records and value types, with examples. */
@NullMarked
package dev.regulars.web.openapi.schema;

import org.jspecify.annotations.NullMarked;
