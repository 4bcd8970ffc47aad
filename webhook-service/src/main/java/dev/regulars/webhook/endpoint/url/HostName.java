package dev.regulars.webhook.endpoint.url;

import com.ibm.icu.text.IDNA;
import io.netty.util.NetUtil;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ASCII form of a host: IDN labels become A-labels, as browsers do it (UTS #46). Underscores are allowed. */
final class HostName {

    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)([a-z0-9_-]{1,63}\\.)*[a-z0-9_-]{1,63}");
    private static final Pattern IPV4 = Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");
    /** No top-level domain is a number: such a host is meant as an address. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);
    /** Hyphens where new names may not have them occur in existing ones. */
    private static final Set<IDNA.Error> HARMLESS = EnumSet.of(
            IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.EMPTY_LABEL);

    private HostName() {}

    /** @return null if {@code host} is neither a name nor an unambiguous address */
    static @Nullable String toAscii(String host) {
        if (host.startsWith("[")) {
            return ipv6(host);
        }
        var info = new IDNA.Info();
        var mapped = new StringBuilder();
        UTS46.nameToASCII(host, mapped, info);
        if (!HARMLESS.containsAll(info.getErrors())) {
            return null;
        }
        String name = withoutFinalDot(mapped.toString().toLowerCase(Locale.ROOT));
        return NUMERIC.matcher(name).matches() ? ipv4(name) : NAME.matcher(name).matches() ? name : null;
    }

    private static @Nullable String ipv4(String host) {
        return IPV4.matcher(host).matches() && NetUtil.isValidIpV4Address(host) ? host : null;
    }

    /** Zones name interfaces of this machine, so they are refused. */
    private static @Nullable String ipv6(String host) {
        boolean valid = host.endsWith("]")
                && host.indexOf('%') < 0
                && NetUtil.isValidIpV6Address(host.substring(1, host.length() - 1));
        return valid ? host.toLowerCase(Locale.ROOT) : null;
    }

    private static String withoutFinalDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
