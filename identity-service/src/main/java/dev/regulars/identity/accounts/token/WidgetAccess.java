package dev.regulars.identity.accounts.token;

import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.identity.port.ApiAccess;
import dev.regulars.identity.port.ApiAccessLookup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** The sites that widgets list: of all of them, or of the one whose visitor a caller is. */
@ApplicationScoped
class WidgetAccess implements ApiAccessLookup {

    private final Widgets widgets;

    WidgetAccess(Widgets widgets) {
        this.widgets = widgets;
    }

    @Override
    public Uni<Boolean> listsOrigin(String origin) {
        return widgets.isOrigin(origin);
    }

    @Override
    public Uni<ApiAccess> of(Map<String, Object> claims) {
        ApiAccess access = claims.get("origins") instanceof Collection<?> origins
                ? ApiAccess.origins(origins.stream().map(String::valueOf).toList())
                : ApiAccess.NONE;
        return Uni.createFrom().item(access);
    }
}
