package dev.regulars.gateway.ratelimit;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Marks requests that the gateway sends to itself: their client was counted already, by its own address. */
@Singleton
public class LoopbackPass {

    public static final String HEADER = "X-Regulars-Loopback";

    private final String secret = UUID.randomUUID().toString();

    public String secret() {
        return secret;
    }
}
