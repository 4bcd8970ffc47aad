package dev.regulars.identity.directory.bulk.upload;

import dev.regulars.identity.directory.bulk.BulkConfig;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Leads imports without a credential to {@link OpenImportResource}, where the operator allows them (contract §0.3). */
class OpenImportFilter {

    private static final String IMPORT = "/integration/users/bulk-import";

    private final BulkConfig config;

    OpenImportFilter(BulkConfig config) {
        this.config = config;
    }

    @ServerRequestFilter(preMatching = true)
    void lead(ContainerRequestContext request) {
        boolean leads = config.openImport()
                && request.getUriInfo().getRequestUri().getPath().equals(IMPORT)
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
        if (leads) {
            request.setRequestUri(request.getUriInfo()
                    .getRequestUriBuilder()
                    .replacePath(OpenImportResource.PATH)
                    .build());
        }
    }
}
