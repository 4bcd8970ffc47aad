package dev.regulars.faults.invariant;

import dev.regulars.faults.scenario.Invariant;
import dev.regulars.faults.scenario.account.SignUpScenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.ApiResponse;
import dev.regulars.faults.suite.RetryingClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every used code is refused. Each is tried once only, since a successful attempt would use it up. */
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
                    violations.add("%s was used, but got %s".formatted(again.body(), response));
                }
            }
        }
        return violations;
    }
}
