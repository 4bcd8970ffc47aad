package dev.regulars.testkit;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.Script;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * RestAssured has Groovy compile a path into a class whenever it reads something from an answer, which was a sixth of what the tests
 * of identity-service cost, and filled the heap with classes. Here each path is compiled once.
 */
final class CompiledPaths extends DelegatingMetaClass {

    private static final Map<String, Class<? extends Script>> SCRIPTS = new ConcurrentHashMap<>();

    private CompiledPaths(MetaClass ofShells) {
        super(ofShells);
    }

    /** From now on; a second time changes nothing. */
    static synchronized void use() {
        MetaClass ofShells = GroovySystem.getMetaClassRegistry().getMetaClass(GroovyShell.class);
        if (!(ofShells instanceof CompiledPaths)) {
            GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, new CompiledPaths(ofShells));
        }
    }

    /** What {@code new GroovyShell(…)} gives within RestAssured. */
    @Override
    public Object invokeConstructor(Object[] arguments) {
        return arguments.length == 1 && arguments[0] instanceof Binding answer
                ? new Shell(answer)
                : super.invokeConstructor(arguments);
    }

    private static final class Shell extends GroovyShell {

        Shell(Binding answer) {
            super(answer);
        }

        @Override
        public Object evaluate(String path) {
            Class<? extends Script> script = SCRIPTS.get(path);
            if (script == null) {
                script = parse(path).getClass();
                SCRIPTS.put(path, script);
            }
            return InvokerHelper.createScript(script, getContext()).run();
        }
    }
}
