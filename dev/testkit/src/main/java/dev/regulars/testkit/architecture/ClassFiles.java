package dev.regulars.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** What ArchUnit does not see: the strings in a class, as they stand in its constant pool. */
final class ClassFiles {

    private static final int STRING = 8;

    private ClassFiles() {}

    /** No string that is a document's field of this name, or a path that begins there. */
    static ArchCondition<JavaClass> nameNoField(String field) {
        return new ArchCondition<>("not name the field " + field) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                strings(item)
                        .filter(text -> text.equals(field) || text.startsWith(field + "."))
                        .forEach(text -> events.add(
                                SimpleConditionEvent.violated(item, item.getName() + " says \"" + text + "\"")));
            }
        };
    }

    private static Stream<String> strings(JavaClass item) {
        var file = read(item);
        var buffer = new char[file.getMaxStringLength()];
        return IntStream.range(1, file.getItemCount())
                .map(file::getItem)
                .filter(at -> at > 0 && file.readByte(at - 1) == STRING)
                .mapToObj(at -> file.readUTF8(at, buffer));
    }

    private static ClassReader read(JavaClass item) {
        try (var file = item.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new ClassReader(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
