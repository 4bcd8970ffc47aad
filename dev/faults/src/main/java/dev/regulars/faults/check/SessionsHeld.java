package dev.regulars.faults.check;

import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.Refreshes;
import dev.regulars.faults.suite.Calls;
import java.util.List;

/** Whoever believes to hold a session finds it among their own. */
public record SessionsHeld(Refreshes refreshes, Calls calls) implements Check {

    @Override
    public List<String> faults() {
        return refreshes.notHeld(calls);
    }
}
