package dev.regulars.faults.scenario;

import java.util.List;

/** Something that must hold once everything has come to rest. */
public interface Invariant {

    /** What is wrong, a line each; asked again until there is nothing, or patience is over. */
    List<String> violations();
}
