/** An OpenAPI document that says what the code does. */
@NullMarked
package dev.regulars.web.openapi;

import org.jspecify.annotations.NullMarked;
