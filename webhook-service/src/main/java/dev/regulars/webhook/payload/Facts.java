package dev.regulars.webhook.payload;

import dev.regulars.webhook.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a payload shows beside the event itself.
 *
 * @param person whom it concerns
 * @param channel name of the channel where it happened
 */
public record Facts(@Nullable Person person, @Nullable String channel) {}
