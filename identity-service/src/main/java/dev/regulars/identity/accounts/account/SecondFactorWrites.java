package dev.regulars.identity.accounts.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.regulars.identity.accounts.account.AccountDocument.accounts;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.mail.IssuedCode;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Two-factor login by e-mail. Owns {@code secondFactor, factorCode}. */
public final class SecondFactorWrites {

    private static final String CODE = "factorCode";
    private static final String ENABLED = "secondFactor.enabled";

    private SecondFactorWrites() {}

    /** Empty where it is in that state already. */
    public static Uni<@Nullable AccountDocument> turn(Tx tx, String id, boolean on, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(on ? ne(ENABLED, true) : eq(ENABLED, true))
                .by(combine(set("secondFactor", new SecondFactor(on, now)), unset(CODE)))
                .withoutEvent();
    }

    /** Replaces the code. Empty where one that can still be used was mailed within the minute before. */
    public static Uni<@Nullable AccountDocument> issueCode(Tx tx, String id, IssuedCode code, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(or(exists(CODE, false), MailWrites.isCool(code.mail().template(), now)))
                .by(combine(set(CODE, code.stored()), MailWrites.enqueue(code.mail(), now)))
                .withoutEvent();
    }

    /** Empty where the code is wrong, used or expired. */
    public static Uni<@Nullable AccountDocument> useCode(Tx tx, String id, String codeHash, Instant now) {
        return tx.change(accounts(), eq("_id", id))
                .when(and(eq(CODE + ".hash", codeHash), gt(CODE + ".expiresAt", now)))
                .by(unset(CODE))
                .withoutEvent();
    }
}
