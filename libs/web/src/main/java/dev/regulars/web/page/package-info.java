/** Lists that come in pages (contract §2.3): how they are asked for, and what is answered. */
@NullMarked
package dev.regulars.web.page;

import org.jspecify.annotations.NullMarked;
