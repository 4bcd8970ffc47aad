package dev.regulars.identity.directory.filter.field;

import dev.regulars.identity.directory.member.MemberDocument;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field that can be asked for and, where its values have a type, filtered by. */
public interface FilterField {

    /** In requests and answers. */
    String title();

    ValueType type();

    /** The same value in the form in which the directory keeps it. */
    Object stored(Object value);

    @Nullable
    Object shown(MemberDocument member);

    /** Where its values are: a path, or the key of an attribute. */
    <T> T place(Function<String, T> path, Function<String, T> attribute);
}
