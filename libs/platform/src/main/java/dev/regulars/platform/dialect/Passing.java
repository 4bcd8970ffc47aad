package dev.regulars.platform.dialect;

/** Knows failures that pass by themselves, such as a database that is away: callers are asked to come again. */
public interface Passing {

    boolean passes(Throwable failure);
}
