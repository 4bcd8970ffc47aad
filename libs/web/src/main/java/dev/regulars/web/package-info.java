/** HTTP manners that all services share. Knows neither MongoDB nor Kafka. */
@NullMarked
package dev.regulars.web;

import org.jspecify.annotations.NullMarked;
