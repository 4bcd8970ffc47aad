/** An OpenAPI document that says what the code does. */
@NullMarked
package dev.regulars.openapi;

import org.jspecify.annotations.NullMarked;
