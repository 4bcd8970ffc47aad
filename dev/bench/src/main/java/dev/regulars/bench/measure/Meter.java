package dev.regulars.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What processes spend from now on. */
public final class Meter {

    private final List<Cpu> counted;
    private final Map<Cpu, Double> before = new LinkedHashMap<>();

    private Meter(List<Cpu> counted, List<Cpu> beside) {
        this.counted = counted;
        Stream.concat(counted.stream(), beside.stream()).forEach(cpu -> before.put(cpu, cpu.microseconds()));
    }

    /**
     * @param counted those whose sum is the figure
     * @param beside those that are shown beside it
     */
    public static Meter start(List<Cpu> counted, List<Cpu> beside) {
        return new Meter(counted, beside);
    }

    /** The figure of one by itself. */
    public static String of(String name) {
        return "CPU of " + name + ", µs";
    }

    /** Microseconds per operation: of all that counts under the name {@code figure}, then of each by itself. */
    public Sample per(int operations, String figure) {
        Map<Cpu, Double> spent = new LinkedHashMap<>();
        before.forEach((cpu, then) -> spent.put(cpu, (cpu.microseconds() - then) / operations));
        double sum = counted.stream().mapToDouble(spent::get).sum();
        Sample sample = Sample.NOTHING.and(figure, sum);
        for (Map.Entry<Cpu, Double> one : spent.entrySet()) {
            if (counted.size() > 1 || !counted.contains(one.getKey())) {
                sample = sample.and(of(one.getKey().name()), one.getValue());
            }
        }
        return sample;
    }
}
