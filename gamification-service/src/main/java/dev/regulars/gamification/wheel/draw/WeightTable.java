package dev.regulars.gamification.wheel.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The prizes of a wheel as of one version. The draw is over all of it, so that nothing can be changed afterwards. */
public record WeightTable(long version, List<Prize> prizes) {

    private static final String HMAC = "HmacSHA256";

    /**
     * What a spin comes to.
     *
     * @param draw HMAC-SHA-256 in hex, by the server's seed, of the client's seed and the table
     * @param exhausted labels of prizes that were drawn or fallen back to, and out of stock
     */
    public record Drawn(String draw, List<String> exhausted, Prize prize) {}

    /** @param outOfStock labels of prizes that cannot be won any more */
    public Drawn draw(String serverSeed, String clientSeed, Set<String> outOfStock) {
        byte[] hash = hmac(serverSeed, clientSeed + "\n" + version + "\n" + canonical());
        Prize prize = at(
                new BigInteger(1, hash).mod(BigInteger.valueOf(totalWeight())).longValueExact());
        List<String> exhausted = new ArrayList<>();
        while (outOfStock.contains(prize.label())) {
            exhausted.add(prize.label());
            prize = named(String.valueOf(prize.fallback()));
        }
        return new Drawn(HexFormat.of().formatHex(hash), exhausted, prize);
    }

    public long totalWeight() {
        return prizes.stream().mapToLong(Prize::weight).sum();
    }

    private Prize at(long ticket) {
        long left = ticket;
        for (Prize prize : prizes) {
            if (left < prize.weight()) {
                return prize;
            }
            left -= prize.weight();
        }
        throw new IllegalStateException("Ticket " + ticket + " is beyond the weights of " + this);
    }

    private Prize named(String label) {
        return prizes.stream()
                .filter(prize -> prize.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No prize " + label + " in version " + version));
    }

    private String canonical() {
        return prizes.stream().map(Prize::canonical).collect(joining("\n"));
    }

    private static byte[] hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(US_ASCII), HMAC));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
