package dev.regulars.sandbox.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How one process is started and probed. */
public record LaunchSpec(
        String name, int port, List<String> command, Map<String, String> settings, Path log, BooleanSupplier ready) {}
