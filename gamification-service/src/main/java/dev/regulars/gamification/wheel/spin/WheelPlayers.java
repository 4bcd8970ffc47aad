package dev.regulars.gamification.wheel.spin;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The seeds of members: 256 random bits for each spin, made and committed to before it. */
@ApplicationScoped
public class WheelPlayers {

    private final MasterKey masterKey;

    WheelPlayers(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    Uni<WheelPlayerDocument> ensure(Tx tx, CommunityId community, String accountId) {
        return Uni.createFrom().deferred(() -> {
            String seed = Secrets.key();
            var player = new WheelPlayerDocument();
            player.id = WheelPlayerDocument.id(community, accountId);
            player.communityId = community;
            player.accountId = accountId;
            player.nextSeed = masterKey.encrypt(seed);
            player.commitment = Secrets.hash(seed);
            return player.ensure(tx);
        });
    }

    String seed(WheelPlayerDocument player) {
        return masterKey.decrypt(player.nextSeed);
    }

    /** Gives the player another seed: the one before is told in the proof. */
    Uni<Void> advance(Tx tx, WheelPlayerDocument player, long today) {
        String seed = Secrets.key();
        return player.advance(tx, masterKey.encrypt(seed), Secrets.hash(seed), today);
    }

    public Uni<Void> correctStreak(Tx tx, CommunityId community, String accountId, long streak, long today) {
        return ensure(tx, community, accountId).chain(player -> player.correct(tx, streak, today));
    }
}
