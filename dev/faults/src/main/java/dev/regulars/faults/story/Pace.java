package dev.regulars.faults.story;

import java.time.Duration;

/** How many play a story at a time, and how long each rests before it plays it again. */
public record Pace(Story story, int callers, Duration breath) {}
