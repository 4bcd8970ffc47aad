package dev.regulars.sandbox.process;

import dev.regulars.sandbox.home.Home;
import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All parts of one sandbox: broker and database first, then the services; and back. */
public final class Fleet {

    private final Home home;
    private final Stopwatch watch;
    private final ProcessList list;
    private final List<Part> engines = new ArrayList<>();
    private final List<Part> services;

    public Fleet(Home home, Stopwatch watch, ProcessList list) {
        this.home = home;
        this.watch = watch;
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
                MasterKey.further(home));
        var recipes = new Recipes(home, settings);
        if (mongo == null) {
            engines.add(part(recipes.mongo()));
        }
        if (kafka == null) {
            engines.add(part(recipes.kafka()));
        }
        services = named.all().stream()
                .map(replica -> part(recipes.service(replica)))
                .toList();
    }

    public List<Part> all() {
        return Stream.concat(engines.stream(), services.stream()).toList();
    }

    public Optional<Part> named(String name) {
        return all().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Says all that are in the way at once, before anything was started. */
    public void requirePorts() {
        Map<Integer, String> wanted = new TreeMap<>();
        wanted.put(home.port(Ports.CONTROL), "control server");
        wanted.put(home.port(Ports.SMTP), "mail server");
        wanted.put(home.port(Ports.KAFKA_CONTROLLER), "Kafka's controller");
        all().forEach(part -> wanted.put(part.port(), part.name()));
        wanted.keySet().removeIf(port -> !dev.regulars.local.Ports.isTaken(port));
        if (!wanted.isEmpty()) {
            throw new IllegalStateException("Taken ports: " + wanted
                    + ". End what uses them, or set REGULARS_SANDBOX_PORT_OFFSET and REGULARS_SANDBOX_HOME");
        }
    }

    public void start() {
        Together.run(engines, this::start);
        Together.run(services, this::start);
    }

    public void start(Part part) {
        long before = watch.seconds();
        part.start();
        watch.say("%s is ready (%d s, port %d)".formatted(part.name(), watch.seconds() - before, part.port()));
    }

    /** Services hand over what they hold before the broker goes, and everybody before the database. */
    public void stop() {
        Together.run(services, Part::stop);
        engines.reversed().forEach(Part::stop);
    }

    private Part part(Recipe recipe) {
        return new Part(recipe, list, watch::say);
    }
}
