package dev.regulars.sandbox.tour;

import dev.regulars.sandbox.home.Ports;
import dev.regulars.sandbox.home.ProgressLog;
import dev.regulars.sandbox.home.SandboxHome;
import dev.regulars.sandbox.process.ManagedProcess;
import dev.regulars.sandbox.process.Memory;
import dev.regulars.sandbox.seed.Demo;
import java.util.List;
import java.util.stream.Stream;

/** The summary that make up prints; its file exists exactly while the sandbox is up. */
public record Summary(SandboxHome home, ProgressLog progress, Demo demo) {

    public static final String FILE = "summary.txt";

    public void publish(List<ManagedProcess> processes) {
        List<ProcessHandle> handles = Stream.concat(
                        processes.stream().flatMap(process -> process.process().stream()),
                        Stream.of(ProcessHandle.current()))
                .toList();
        String figures = "Ready after %d s: %d processes, %d MiB resident"
                .formatted(progress.seconds(), handles.size(), Memory.of(handles));
        home.write("tour.sh", Tour.of(home));
        home.write(FILE, text(figures));
    }

    private String text(String figures) {
        return """

                %s

                  gateway      %s
                  control      %s  (/mails?to= /deliveries?event= /services)
                  SMTP         localhost:%d
                  community    %s  %s
                  owner        %s / %s
                  API key      %s
                  system key   %s
                  user key     %s
                  for scripts  %s
                  logs         %s

                Paste this into a shell, as often as you like (it is %s, too):

                %s""".formatted(
                        figures,
                        home.gateway(),
                        home.control(),
                        home.port(Ports.SMTP),
                        demo.community().objectId(),
                        demo.community().name(),
                        demo.owner().email(),
                        demo.owner().password(),
                        demo.apiKey(),
                        demo.systemKey(),
                        demo.userKey(),
                        home.file("sandbox.json"),
                        home.folder("logs"),
                        home.file("tour.sh"),
                        Tour.of(home));
    }
}
