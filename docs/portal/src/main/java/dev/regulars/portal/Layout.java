package dev.regulars.portal;

import java.util.List;

/** What stands around the content of every page. */
final class Layout {

    private Layout() {}

    static String page(Navigation.Entry entry, Markdown.Page page) {
        return head(entry.title())
                + """
                <body>
                <a class="skip" href="#content">Skip to content</a>
                %s
                <div class="columns">
                %s
                <main id="content" tabindex="-1">
                %s</main>
                %s
                </div>
                </body>
                </html>
                """.formatted(header(), menu(entry.path()), page.html(), contents(page.headings()));
    }

    /** The page of a component that has a menu of its own. */
    static String component(String path, String body) {
        String title = Navigation.ENTRIES.stream()
                .filter(entry -> entry.path().equals(path))
                .map(Navigation.Entry::title)
                .findFirst()
                .orElseThrow();
        return head(title) + "<body class=\"component\">\n<a class=\"skip\" href=\"#content\">Skip to content</a>\n"
                + header() + "\n" + body + "</body>\n</html>\n";
    }

    private static String head(String title) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s · Regulars</title>
                <link rel="icon" href="/docs/assets/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/docs/assets/site.css">
                </head>
                """.formatted(Html.escape(title));
    }

    private static String header() {
        return """
                <header class="top">
                <a class="brand" href="/docs"><img src="/docs/assets/icon.svg" alt="" width="24" height="24"> Regulars</a>
                <nav aria-label="Main"><a href="/docs/reference">API reference</a> <a href="/asyncapi">Events</a> <a href="/docs/api">Guides</a> <a href="/docs/downloads">Downloads</a> <a class="small" href="#pages">All pages</a></nav>
                </header>""";
    }

    /** Below the page on small screens. */
    private static String menu(String here) {
        var menu = new StringBuilder("<nav class=\"menu\" id=\"pages\" aria-label=\"Pages\">\n");
        String group = "";
        for (Navigation.Entry entry : Navigation.ENTRIES) {
            if (!entry.group().equals(group)) {
                menu.append(group.isEmpty() ? "" : "</ul>\n");
                group = entry.group();
                menu.append("<p class=\"group\">").append(group).append("</p>\n<ul>\n");
            }
            menu.append("<li><a href=\"")
                    .append(entry.path())
                    .append(entry.path().equals(here) ? "\" aria-current=\"page\">" : "\">")
                    .append(Html.escape(entry.title()))
                    .append("</a></li>\n");
        }
        return menu.append("</ul>\n</nav>").toString();
    }

    private static String contents(List<Markdown.Heading> headings) {
        if (headings.size() < 2) {
            return "<div class=\"contents\"></div>";
        }
        var list = new StringBuilder(
                "<nav class=\"contents\" aria-label=\"On this page\">\n<p class=\"group\">On this page</p>\n<ul>\n");
        headings.forEach(heading -> list.append("<li><a href=\"#")
                .append(heading.id())
                .append("\">")
                .append(heading.text())
                .append("</a></li>\n"));
        return list.append("</ul>\n</nav>").toString();
    }
}
