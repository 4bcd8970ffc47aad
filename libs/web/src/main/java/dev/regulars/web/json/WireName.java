package dev.regulars.web.json;

/**
 * An enum whose constants have names of their own in JSON. Each says so by {@code @JsonValue} on {@link #wire()}; any other enum is
 * written by its constants, which are then lower case.
 */
public interface WireName {

    String wire();
}
