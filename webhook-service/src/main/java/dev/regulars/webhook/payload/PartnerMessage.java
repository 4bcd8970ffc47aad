package dev.regulars.webhook.payload;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What partners read of an event.
 *
 * @param event its name for partners
 * @param idSuffix tells two messages of one event apart; empty for the first
 * @param accountId of the member whom it concerns
 * @param channelId where it happened
 * @param body once the facts are known
 */
public record PartnerMessage(
        String event,
        String idSuffix,
        String communityId,
        @Nullable String accountId,
        @Nullable String channelId,
        Function<Facts, Object> body) {}
