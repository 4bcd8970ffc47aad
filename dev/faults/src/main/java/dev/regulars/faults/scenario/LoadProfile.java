package dev.regulars.faults.scenario;

import java.time.Duration;

/** How many play a story at a time, and how long each rests before it plays it again. */
public record LoadProfile(Scenario scenario, int callers, Duration pause) {}
