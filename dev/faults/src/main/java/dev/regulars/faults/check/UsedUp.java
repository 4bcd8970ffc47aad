package dev.regulars.faults.check;

import dev.regulars.faults.story.Check;
import dev.regulars.faults.story.SignUps;
import dev.regulars.faults.suite.Answer;
import dev.regulars.faults.suite.Ask;
import dev.regulars.faults.suite.Calls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No mailed code that was used is good any more. Each is tried once only: one that is good would be used by it. */
public final class UsedUp implements Check {

    private final SignUps signUps;
    private final Calls calls;
    private final Set<Ask> tried = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    public UsedUp(SignUps signUps, Calls calls) {
        this.signUps = signUps;
        this.calls = calls;
    }

    @Override
    public List<String> faults() {
        for (Ask again : signUps.repeatedCodes()) {
            if (tried.add(again)) {
                Answer answer = calls.insist(again);
                if (answer.status() != 400) {
                    faults.add("%s was used, and is answered %s".formatted(again.body(), answer));
                }
            }
        }
        return faults;
    }
}
