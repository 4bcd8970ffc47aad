package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.SignUpScenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.RetryingClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No mailed code that was used is good any more. Each is tried once only: one that is good would be used by it. */
public final class CodesSingleUse implements Invariant {

    private final SignUpScenario signUps;
    private final RetryingClient client;
    private final Set<ApiRequest> tried = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    public CodesSingleUse(SignUpScenario signUps, RetryingClient client) {
        this.signUps = signUps;
        this.client = client;
    }

    @Override
    public List<String> violations() {
        for (ApiRequest again : signUps.repeatedCodes()) {
            if (tried.add(again)) {
                ApiResponse response = client.sendUntilAnswered(again);
                if (response.status() != 400) {
                    violations.add("%s was used, and is answered %s".formatted(again.body(), response));
                }
            }
        }
        return violations;
    }
}
