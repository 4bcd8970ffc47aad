package dev.regulars.faults;

import java.util.List;

/** Something that must hold once everything has come to rest. */
interface Check {

    /** What is wrong, a line each; asked again until there is nothing, or patience is over. */
    List<String> faults();
}
