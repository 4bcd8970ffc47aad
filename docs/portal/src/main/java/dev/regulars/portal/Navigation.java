package dev.regulars.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages, in the order of the menu. */
final class Navigation {

    /** @param source Markdown file; absent for pages that a component fills */
    record Entry(
            String group,
            String path,
            String title,
            @Nullable String source) {}

    static final List<Entry> ENTRIES = List.of(
            new Entry("Start", "/docs", "Getting started", "getting-started.md"),
            new Entry("Start", "/docs/features", "Features", "features.md"),
            new Entry("Start", "/docs/authentication", "Authentication", "authentication.md"),
            new Entry("Reference", "/docs/reference", "API reference", null),
            new Entry("Reference", "/asyncapi", "Events (AsyncAPI)", null),
            new Entry("Reference", "/docs/schemas", "Schemas", "schemas.md"),
            new Entry("Reference", "/docs/downloads", "Downloads", "downloads.md"),
            new Entry("API families", "/docs/integration-api", "Integration API", "integration-api.md"),
            new Entry("API families", "/docs/user-api", "User API", "user-api.md"),
            new Entry("API families", "/docs/application-api", "Application API", "application-api.md"),
            new Entry("API families", "/docs/system-api", "System API", "system-api.md"),
            new Entry("API families", "/docs/store-api", "Store and appearance", "store-api.md"),
            new Entry("API families", "/docs/secure-auth", "Secure Auth", "secure-auth.md"),
            new Entry("API families", "/docs/rocket-chat", "Rocket.Chat", "rocket-chat.md"),
            new Entry("Guides", "/docs/api", "How every operation behaves", "api.md"),
            new Entry("Guides", "/docs/errors", "Errors", "errors.md"),
            new Entry("Guides", "/docs/rate-limits", "Rate limits and CORS", "rate-limits.md"),
            new Entry("Guides", "/docs/webhooks", "Webhooks", "webhooks.md"),
            new Entry("Guides", "/docs/widgets", "Widgets", "widgets.md"),
            new Entry("Guides", "/docs/mcp", "Tools for assistants (MCP)", "mcp.md"),
            new Entry("Guides", "/docs/privacy", "Privacy", "privacy.md"),
            new Entry("Guides", "/docs/changelog", "Changelog", "changelog.md"));

    private Navigation() {}
}
