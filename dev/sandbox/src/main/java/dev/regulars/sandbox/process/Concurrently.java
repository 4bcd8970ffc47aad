package dev.regulars.sandbox.process;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs an action for all processes at once; the first failure is thrown at once. */
final class Concurrently {

    private Concurrently() {}

    static void run(List<ManagedProcess> processes, Consumer<ManagedProcess> work) {
        var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        var done = new ExecutorCompletionService<Void>(threads);
        processes.forEach(process -> done.submit(() -> work.accept(process), null));
        try {
            for (int i = 0; i < processes.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        } finally {
            threads.shutdown();
        }
    }
}
