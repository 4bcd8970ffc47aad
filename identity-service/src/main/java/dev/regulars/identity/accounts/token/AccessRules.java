package dev.regulars.identity.accounts.token;

import dev.regulars.identity.port.ApiAccess;
import dev.regulars.identity.port.ApiAccessLookup;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What all who know say together of a caller's access. */
@ApplicationScoped
class AccessRules {

    private final List<ApiAccessLookup> lookups;

    AccessRules(@All List<ApiAccessLookup> lookups) {
        this.lookups = lookups;
    }

    Uni<Boolean> listsOrigin(String origin) {
        Uni<Boolean> listed = Uni.createFrom().item(false);
        for (ApiAccessLookup lookup : lookups) {
            listed = listed.chain(already -> already ? Uni.createFrom().item(true) : lookup.listsOrigin(origin));
        }
        return listed;
    }

    Uni<ApiAccess> of(Map<String, Object> claims) {
        Uni<ApiAccess> access = Uni.createFrom().item(ApiAccess.NONE);
        for (ApiAccessLookup lookup : lookups) {
            access = access.chain(sum -> lookup.of(claims).map(sum::plus));
        }
        return access;
    }
}
