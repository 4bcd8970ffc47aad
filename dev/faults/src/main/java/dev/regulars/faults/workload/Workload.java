package dev.regulars.faults.workload;

import java.util.List;

/** A fixed amount of work during which processes are killed. */
interface Workload {

    String name();

    /** Returns what is wrong afterwards. */
    List<String> run();
}
