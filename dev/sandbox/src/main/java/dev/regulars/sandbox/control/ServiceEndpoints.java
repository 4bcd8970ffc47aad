package dev.regulars.sandbox.control;

import static java.util.Locale.ROOT;

import dev.regulars.sandbox.process.ManagedProcess;
import dev.regulars.sandbox.process.ProcessGroup;
import java.io.IOException;
import java.util.Optional;

/** Lists, kills and starts the processes of the sandbox, broker and database included. */
record ServiceEndpoints(ProcessGroup processes) {

    record ServiceView(String name, String state, long pid, int port, String log) {

        static ServiceView of(ManagedProcess process) {
            long pid = process.process().map(ProcessHandle::pid).orElse(0L);
            String state = process.state().name().toLowerCase(ROOT);
            return new ServiceView(
                    process.name(), state, pid, process.port(), process.log().toString());
        }
    }

    void list(ControlRequest request) throws IOException {
        request.respond(200, processes.all().stream().map(ServiceView::of).toList());
    }

    void change(ControlRequest request, String name, String what) throws IOException {
        Optional<ManagedProcess> process = processes.named(name);
        if (process.isEmpty()) {
            request.fail(404, "No service " + name);
            return;
        }
        switch (what) {
            case "kill" -> process.get().kill();
            case "stop" -> process.get().terminate();
            case "start" -> processes.start(process.get());
            default -> throw new IllegalArgumentException("A service can be killed, stopped or started, not: " + what);
        }
        request.respond(200, ServiceView.of(process.get()));
    }
}
