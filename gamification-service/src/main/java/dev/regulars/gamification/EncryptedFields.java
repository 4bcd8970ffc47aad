package dev.regulars.gamification;

import dev.regulars.reencryption.Encrypted;
import jakarta.inject.Singleton;
import java.util.List;

/** The fields that this service encrypts under the master key. */
@Singleton
class EncryptedFields implements Encrypted {

    @Override
    public List<Place> places() {
        return List.of(new Place("wheelPlayers", "nextSeed"));
    }
}
