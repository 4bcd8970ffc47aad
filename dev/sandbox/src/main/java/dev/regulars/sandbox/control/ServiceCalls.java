package dev.regulars.sandbox.control;

import static java.util.Locale.ROOT;

import dev.regulars.sandbox.process.Fleet;
import dev.regulars.sandbox.process.Part;
import java.io.IOException;
import java.util.Optional;

/** Every process of the sandbox, broker and database too, may be looked at, killed and started again. */
record ServiceCalls(Fleet fleet) {

    record View(String name, String state, long pid, int port, String log) {

        static View of(Part part) {
            long pid = part.process().map(ProcessHandle::pid).orElse(0L);
            String state = part.state().name().toLowerCase(ROOT);
            return new View(part.name(), state, pid, part.port(), part.log().toString());
        }
    }

    void list(Call call) throws IOException {
        call.answer(200, fleet.all().stream().map(View::of).toList());
    }

    void change(Call call, String name, String what) throws IOException {
        Optional<Part> part = fleet.named(name);
        if (part.isEmpty()) {
            call.fail(404, "No service " + name);
            return;
        }
        switch (what) {
            case "kill" -> part.get().kill();
            case "start" -> fleet.start(part.get());
            default -> throw new IllegalArgumentException("A service can be killed or started, not: " + what);
        }
        call.answer(200, View.of(part.get()));
    }
}
