/** Renders the site for developers from Markdown, the OpenAPI document and the schemas of events. Runs in the build only. */
@NullMarked
package dev.regulars.portal;

import org.jspecify.annotations.NullMarked;
