package dev.regulars.identity.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose web pages may read what a caller is answered, and how often the caller may call.
 *
 * @param limits requests a minute by {@code key}, {@code user} and {@code community}; absent: as the installation allows
 */
public record ApiAccess(List<String> origins, Map<String, Integer> limits) {

    public static final ApiAccess NONE = new ApiAccess(List.of(), Map.of());

    public static ApiAccess origins(List<String> origins) {
        return new ApiAccess(List.copyOf(origins), Map.of());
    }

    public ApiAccess plus(ApiAccess other) {
        List<String> allOrigins = new ArrayList<>(origins);
        allOrigins.addAll(other.origins);
        Map<String, Integer> allLimits = new HashMap<>(limits);
        other.limits.forEach((name, limit) -> allLimits.merge(name, limit, Math::min));
        return new ApiAccess(allOrigins, allLimits);
    }
}
