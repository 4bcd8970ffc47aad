package dev.regulars.sandbox.process;

import dev.regulars.local.Mongod;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.ProgressLog;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.service.LaunchSpec;
import dev.regulars.sandbox.service.LaunchSpecs;
import dev.regulars.sandbox.service.MasterKey;
import dev.regulars.sandbox.service.Services;
import dev.regulars.sandbox.service.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All processes of one sandbox. Broker and database start first and stop last. */
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
            LaunchSpec spec = specs.mongo();
            engines.add(process(spec));
            if (Mongod.isPackaged(spec.command())) {
                progress.print("MongoDB 6.0.5 as packaged is unpatched: for this sandbox on loopback only."
                        + " Versions for production: docs/operating.md");
            }
        }
        if (kafka == null) {
            engines.add(process(specs.kafka()));
        }
        services = named.all().stream()
                .map(replica -> process(specs.service(replica)))
                .toList();
    }

    private ProcessGroup(SandboxHome home, ProgressLog progress) {
        this.home = home;
        this.progress = progress;
        this.list = new ProcessList(home);
        this.services = List.of();
    }

    /** For a suite that runs elsewhere. */
    public static ProcessGroup none(SandboxHome home, ProgressLog progress) {
        return new ProcessGroup(home, progress);
    }

    public List<ManagedProcess> all() {
        return Stream.concat(engines.stream(), services.stream()).toList();
    }

    public Optional<ManagedProcess> named(String name) {
        return all().stream().filter(process -> process.name().equals(name)).findFirst();
    }

    /** Reports all taken ports at once, before anything starts. */
    public void requirePorts() {
        Map<Integer, String> wanted = new TreeMap<>();
        wanted.put(home.port(Ports.CONTROL), "control server");
        wanted.put(home.port(Ports.SMTP), "mail server");
        wanted.put(home.port(Ports.KAFKA_CONTROLLER), "Kafka's controller");
        all().forEach(process -> wanted.put(process.port(), process.name()));
        wanted.keySet().removeIf(port -> !dev.regulars.local.Ports.isTaken(port));
        if (!wanted.isEmpty()) {
            throw new IllegalStateException("Taken ports: " + wanted
                    + ". Stop what uses them, or set REGULARS_SANDBOX_PORT_OFFSET and REGULARS_SANDBOX_HOME");
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

    /** Services stop before the broker, so that they can publish what they hold; the database stops last. */
    public void stop() {
        Concurrently.run(services, ManagedProcess::stop);
        engines.reversed().forEach(ManagedProcess::stop);
    }

    private ManagedProcess process(LaunchSpec spec) {
        return new ManagedProcess(spec, list, progress::print);
    }
}
