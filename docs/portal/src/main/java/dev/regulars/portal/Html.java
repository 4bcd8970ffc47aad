package dev.regulars.portal;

/** Text in HTML. */
final class Html {

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What stands between backquotes becomes code. */
    static String sentence(String text) {
        return escape(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
