package dev.regulars.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Markdown to HTML. A line {@code {{name argument}}} stands for a table that is made of the OpenAPI document. */
final class Markdown {

    /** @param headings those of the second level: id and text */
    record Page(String html, List<Heading> headings) {}

    record Heading(String id, String text) {}

    private static final Pattern TABLE = Pattern.compile("<p>\\{\\{([a-z-]+)( [^}]+)?}}</p>");
    private static final Pattern HEADING = Pattern.compile("<h2 id=\"([^\"]+)\">(.*?)</h2>");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#:]+)(#[^\"]*)?\">(.*?)</a>");
    private static final Map<String, String> LINKS = Map.of(
            "openapi/regulars.json", "/openapi.json",
            "api.md", "/docs/api",
            "webhooks.md", "/docs/webhooks",
            "privacy.md", "/docs/privacy");

    private final Map<String, Function<String, String>> tables;
    private final Parser parser;
    private final HtmlRenderer renderer;

    Markdown(Map<String, Function<String, String>> tables) {
        this.tables = tables;
        var extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
        this.parser = Parser.builder().extensions(extensions).build();
        this.renderer = HtmlRenderer.builder().extensions(extensions).build();
    }

    Page html(String markdown) {
        String html = renderer.render(parser.parse(markdown));
        html = replace(html, TABLE, match -> table(match.group(1), match.group(2)));
        html = replace(html, LINK, Markdown::link);
        // wide tables scroll by themselves, and with the keyboard
        html = html.replace(
                        "<table>", "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>")
                .replace("</table>", "</table></div>")
                .replace("<th>", "<th scope=\"col\">")
                .replace("<pre>", "<pre tabindex=\"0\">");
        return new Page(html, headings(html));
    }

    private String table(String name, @Nullable String argument) {
        Function<String, String> table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("No table is called " + name);
        }
        return table.apply(argument == null ? "" : argument.strip());
    }

    /** A link to what the site does not have is left as text. */
    private static String link(Matcher link) {
        String to = link.group(1);
        String known = to.startsWith("/") ? to : LINKS.get(to);
        String fragment = link.group(2) == null ? "" : link.group(2);
        return known == null ? link.group(3) : "<a href=\"" + known + fragment + "\">" + link.group(3) + "</a>";
    }

    private static List<Heading> headings(String html) {
        List<Heading> all = new ArrayList<>();
        Matcher heading = HEADING.matcher(html);
        while (heading.find()) {
            all.add(new Heading(heading.group(1), heading.group(2)));
        }
        return all;
    }

    private static String replace(String text, Pattern pattern, Function<Matcher, String> by) {
        var all = new StringBuilder();
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            match.appendReplacement(all, Matcher.quoteReplacement(by.apply(match)));
        }
        return match.appendTail(all).toString();
    }
}
