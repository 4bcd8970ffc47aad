package dev.regulars.identity;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lists what the service asks of MongoDB, its workers included. */
@Singleton
public class CommandCounter implements MongoClientCustomizer, CommandListener {

    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private final Set<Integer> requests = ConcurrentHashMap.newKeySet(); // the client is customized more than once

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (requests.add(event.getRequestId())) {
            commands.add(event.getCommandName() + " " + event.getCommand().get(event.getCommandName()));
        }
    }

    public List<String> during(Runnable work) {
        int before = commands.size();
        work.run();
        return List.copyOf(commands.subList(before, commands.size()));
    }
}
