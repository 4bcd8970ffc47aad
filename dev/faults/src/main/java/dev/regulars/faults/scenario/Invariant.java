package dev.regulars.faults.scenario;

import java.util.List;

/** A property that must hold once the system is quiescent. */
public interface Invariant {

    /** One line per violation; polled until it is empty or the deadline has passed. */
    List<String> violations();
}
