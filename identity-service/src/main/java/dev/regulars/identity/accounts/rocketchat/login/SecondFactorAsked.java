package dev.regulars.identity.accounts.rocketchat.login;

import dev.regulars.web.family.RocketChatError;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A refusal for want of a mailed code: it says for whom, so that a client can ask. */
final class SecondFactorAsked {

    private SecondFactorAsked() {}

    static boolean isOne(Throwable failure) {
        return failure instanceof Refusal no && (no.kind() == Kind.FACTOR_MISSING || no.kind() == Kind.FACTOR_WRONG);
    }

    /** @param name that was logged in with, as it was sent */
    static RestResponse<?> answer(Throwable failure, @Nullable String name) {
        Refusal no = (Refusal) failure;
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.BAD_REQUEST, RocketChatError.secondFactor(no, name))
                .header("X-Error-Code", no.code())
                .build();
    }
}
