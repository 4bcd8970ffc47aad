package dev.regulars.identity;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the service asks of MongoDB, its workers included. */
@Singleton
public class CommandCounter implements MongoClientCustomizer, CommandListener {

    private final AtomicInteger commands = new AtomicInteger();

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.incrementAndGet();
    }

    public int during(Runnable work) {
        int before = commands.get();
        work.run();
        return commands.get() - before;
    }
}
