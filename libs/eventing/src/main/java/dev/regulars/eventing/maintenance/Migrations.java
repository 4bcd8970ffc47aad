package dev.regulars.eventing.maintenance;

import java.util.List;

/** The migrations of one service, oldest first; found by {@link java.util.ServiceLoader}. */
public interface Migrations {

    List<Migration> all();
}
