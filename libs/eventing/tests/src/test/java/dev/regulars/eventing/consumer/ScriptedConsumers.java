package dev.regulars.eventing.consumer;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.note.NoteEvent.LineAdded;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Both forms of a consumer at one topic, and two that read another one together. */
@ApplicationScoped
class ScriptedConsumers {

    private final Map<String, ScriptedEffect> effects = Map.of(
            "single", new ScriptedEffect(),
            "together", new ScriptedEffect(),
            "steady", new ScriptedEffect(),
            "faulty", new ScriptedEffect());

    void start(@Observes StartupEvent started, EventConsumer consumer) {
        consumer.consume("single", LineAdded.class, of("single")::one);
        consumer.consumeTogether("together", LineAdded.class, of("together")::all);
        consumer.consume("steady", LineAdded.class, of("steady")::one);
        consumer.consumeTogether("faulty", LineAdded.class, of("faulty")::unmarked);
    }

    ScriptedEffect of(String consumer) {
        return requireNonNull(effects.get(consumer));
    }
}
