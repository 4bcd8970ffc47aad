package dev.regulars.faults.scenario;

import java.time.Duration;

/** How many threads run a scenario, and how long each pauses between iterations. */
public record LoadProfile(Scenario scenario, int callers, Duration pause) {}
