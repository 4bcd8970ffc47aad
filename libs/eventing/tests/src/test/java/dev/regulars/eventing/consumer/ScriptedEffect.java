package dev.regulars.eventing.consumer;

import dev.regulars.eventing.note.MarkDocument;
import dev.regulars.eventing.note.NoteEvent.LineAdded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** An effect that marks each line in the database, unless a test has it fail for a note. */
final class ScriptedEffect {

    /** By note: answers an effect in place of the real one, or nothing. */
    private final Map<String, Function<LineAdded, Uni<Void>>> faults = new ConcurrentHashMap<>();

    private final Queue<LineAdded> done = new ConcurrentLinkedQueue<>();

    void fault(String note, Function<LineAdded, Uni<Void>> fault) {
        faults.put(note, fault);
    }

    void heal(String note) {
        faults.remove(note);
    }

    /** Lines of a note in the order of their effects, repeats left out. */
    List<String> lines(String note) {
        return done.stream()
                .filter(line -> line.noteId().equals(note))
                .map(LineAdded::line)
                .distinct()
                .toList();
    }

    /** With repeats. */
    long effects(String note) {
        return done.stream().filter(line -> line.noteId().equals(note)).count();
    }

    Uni<Void> one(ReceivedEvent<LineAdded> received) {
        LineAdded line = received.event();
        var fault = faults.get(line.noteId());
        return fault != null
                ? fault.apply(line)
                : MarkDocument.make(received.id(), line.noteId()).invoke(() -> done.add(line));
    }

    /** Without the database. */
    Uni<Void> mark(LineAdded line) {
        return Uni.createFrom().voidItem().invoke(() -> done.add(line));
    }

    /** All of them, for a second effect of the same events. */
    Uni<Void> unmarked(List<ReceivedEvent<LineAdded>> received) {
        return Multi.createFrom()
                .iterable(received)
                .map(ReceivedEvent::event)
                .onItem()
                .transformToUniAndConcatenate(
                        line -> faults.getOrDefault(line.noteId(), this::mark).apply(line))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> all(List<ReceivedEvent<LineAdded>> received) {
        return Multi.createFrom()
                .iterable(received)
                .onItem()
                .transformToUniAndConcatenate(this::one)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
