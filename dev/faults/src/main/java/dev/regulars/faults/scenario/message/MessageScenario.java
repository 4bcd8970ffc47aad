package dev.regulars.faults.scenario.message;

import dev.regulars.faults.scenario.Scenario;
import dev.regulars.faults.suite.ApiRequest;
import dev.regulars.faults.suite.RetryingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Sends messages under client keys, some of them again; a reader of the live stream must see each once, in a rising order. */
public final class MessageScenario implements Scenario {

    private static final String PATH = "/apis/v1/messages/send";
    private static final int ONE_IN = 5;

    private final String apiKey;
    private final String channel;
    private final String sender;
    private final MessageStream stream;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final AtomicInteger number = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** @param sender a member who may post in the channel */
    public MessageScenario(String gateway, String apiKey, String channel, String sender) {
        this.apiKey = apiKey;
        this.channel = channel;
        this.sender = sender;
        this.stream = new MessageStream(gateway, apiKey, channel);
    }

    @Override
    public void run(RetryingClient client) {
        int mine = number.incrementAndGet();
        String text = "fault " + run + " " + mine;
        boolean followed = stream.isConnected();
        ApiRequest send = ApiRequest.post(
                        PATH, Map.of("channelId", channel, "message", text, "sender", sender, "clientMessageId", text))
                .as(apiKey);
        client.require(200, send);
        if (mine % ONE_IN == 0) {
            client.require(200, send);
        }
        if (followed) {
            acknowledged.add(text);
        }
    }

    @Override
    public void verify(RetryingClient gateway) {
        run(gateway);
    }

    @Override
    public Set<String> pending() {
        return acknowledged.stream()
                .filter(text -> !stream.saw(text))
                .map(text -> "\"%s\" was sent, and the live stream did not show it".formatted(text))
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>(pending());
        violations.addAll(stream.violations());
        return violations;
    }

    /** Messages are not about accounts. */
    @Override
    public Map<String, List<String>> expectedEvents() {
        return Map.of();
    }

    @Override
    public String summary() {
        return "%d messages over %d streams".formatted(acknowledged.size(), stream.connections());
    }
}
