/** A small service of cards, to see over HTTP what every operation has from the libraries. */
@org.jspecify.annotations.NullMarked
package dev.regulars.eventing.operation;
