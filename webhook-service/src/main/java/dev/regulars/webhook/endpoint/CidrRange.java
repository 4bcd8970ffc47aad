package dev.regulars.webhook.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses in CIDR notation, such as {@code 10.0.0.0/8}. */
final class CidrRange {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]+)/(\\d{1,3})");

    private final byte[] prefix;
    private final int bits;

    private CidrRange(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    static CidrRange parse(String cidr) {
        var parts = CIDR.matcher(cidr.trim());
        if (!parts.matches()) {
            throw new IllegalArgumentException(cidr + " is not a CIDR range such as 10.0.0.0/8");
        }
        try {
            byte[] prefix = InetAddress.getByName(parts.group(1)).getAddress(); // a literal: no DNS lookup
            int bits = Integer.parseInt(parts.group(2));
            if (bits > prefix.length * Byte.SIZE) {
                throw new IllegalArgumentException(cidr + " has more bits than an address");
            }
            return new CidrRange(prefix, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(cidr + " is not a CIDR range such as 10.0.0.0/8", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int relevant = Math.min(Byte.SIZE, bits - bit);
            int mask = 0xFF << (Byte.SIZE - relevant);
            if (((other[bit / Byte.SIZE] ^ prefix[bit / Byte.SIZE]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }
}
