package dev.regulars.faults.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.faults.suite.Calls;
import java.util.Set;

/** What callers do, again and again and several at a time, while parts are killed. It remembers what was acknowledged. */
public interface Story extends Check {

    /** Once, from the first call to the last answer. */
    void play(Calls calls);

    /** Something reached the demo partner; as the control server shows it. */
    void delivered(JsonNode delivery);

    /** Names of what was acknowledged and has not had all its effects yet. */
    Set<String> owed();
}
