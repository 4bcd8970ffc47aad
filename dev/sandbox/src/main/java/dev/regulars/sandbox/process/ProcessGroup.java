package dev.regulars.sandbox.process;

import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.ProgressLog;
import dev.regulars.sandbox.home.SandboxHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All parts of one sandbox: broker and database first, then the services; and back. */
public final class ProcessGroup {

    private final SandboxHome home;
    private final ProgressLog progress;
    private final ProcessList list;
    private final List<ManagedProcess> engines = new ArrayList<>();
    private final List<ManagedProcess> services;

    public ProcessGroup(SandboxHome home, ProgressLog progress, ProcessList list) {
        this.home = home;
        this.progress = progress;
        this.list = list;
        @Nullable String mongo = System.getenv("MONGODB_URI");
        @Nullable String kafka = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        var named = Services.fromEnvironment();
        var settings = new Settings(
                home,
                named,
                mongo != null ? mongo : "mongodb://127.0.0.1:" + home.port(Ports.MONGO) + "/?replicaSet=rs",
                kafka != null ? kafka : "127.0.0.1:" + home.port(Ports.KAFKA),
                MasterKey.of(home),
                MasterKey.additional(home));
        var specs = new LaunchSpecs(home, settings);
        if (mongo == null) {
            engines.add(process(specs.mongo()));
        }
        if (kafka == null) {
            engines.add(process(specs.kafka()));
        }
        services = named.all().stream()
                .map(replica -> process(specs.service(replica)))
                .toList();
    }

    public List<ManagedProcess> all() {
        return Stream.concat(engines.stream(), services.stream()).toList();
    }

    public Optional<ManagedProcess> named(String name) {
        return all().stream().filter(process -> process.name().equals(name)).findFirst();
    }

    /** Says all that are in the way at once, before anything was started. */
    public void requirePorts() {
        Map<Integer, String> wanted = new TreeMap<>();
        wanted.put(home.port(Ports.CONTROL), "control server");
        wanted.put(home.port(Ports.SMTP), "mail server");
        wanted.put(home.port(Ports.KAFKA_CONTROLLER), "Kafka's controller");
        all().forEach(process -> wanted.put(process.port(), process.name()));
        wanted.keySet().removeIf(port -> !dev.regulars.local.Ports.isTaken(port));
        if (!wanted.isEmpty()) {
            throw new IllegalStateException("Taken ports: " + wanted
                    + ". End what uses them, or set REGULARS_SANDBOX_PORT_OFFSET and REGULARS_SANDBOX_HOME");
        }
    }

    public void start() {
        Concurrently.run(engines, this::start);
        Concurrently.run(services, this::start);
    }

    public void start(ManagedProcess process) {
        long before = progress.seconds();
        process.start();
        progress.print(
                "%s is ready (%d s, port %d)".formatted(process.name(), progress.seconds() - before, process.port()));
    }

    /** Services hand over what they hold before the broker goes, and everybody before the database. */
    public void stop() {
        Concurrently.run(services, ManagedProcess::stop);
        engines.reversed().forEach(ManagedProcess::stop);
    }

    private ManagedProcess process(LaunchSpec spec) {
        return new ManagedProcess(spec, list, progress::print);
    }
}
