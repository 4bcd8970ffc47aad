package dev.regulars.identity;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists what the service asks of MongoDB, its workers included. */
@Singleton
public class CommandCounter implements CommandListener {

    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.add(event.getCommandName() + " " + event.getCommand().get(event.getCommandName()));
    }

    public List<String> during(Runnable work) {
        int before = commands.size();
        work.run();
        List<String> all = List.copyOf(commands); // workers go on meanwhile
        return all.subList(before, all.size());
    }
}
