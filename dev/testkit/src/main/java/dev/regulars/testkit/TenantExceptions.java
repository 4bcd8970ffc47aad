package dev.regulars.testkit;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The few classes that look into a collection without naming a community, each with its reason. */
final class TenantExceptions {

    static final Map<String, String> ALL_COMMUNITIES = Map.ofEntries(
            entry("dev.regulars.community.server.ServerDocument", "a community's own document: its id is the tenant"),
            entry("dev.regulars.community.server.NumberDocument", "counts per installation"));

    /** Services whose documents still open their collections themselves. */
    static final Set<String> NOT_CONVERTED = Set.of("dev.regulars.identity", "dev.regulars.webhook");

    private TenantExceptions() {}
}
