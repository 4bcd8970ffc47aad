package dev.regulars.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the CPU time of processes from its start. */
public final class CpuMeter {

    private final List<CpuTime> counted;
    private final Map<CpuTime, Double> before = new LinkedHashMap<>();

    private CpuMeter(List<CpuTime> counted, List<CpuTime> alsoShown) {
        this.counted = counted;
        Stream.concat(counted.stream(), alsoShown.stream()).forEach(cpu -> before.put(cpu, cpu.microseconds()));
    }

    /**
     * @param counted their sum is the figure
     * @param alsoShown reported separately
     */
    public static CpuMeter start(List<CpuTime> counted, List<CpuTime> alsoShown) {
        return new CpuMeter(counted, alsoShown);
    }

    /** The name of the figure of one process. */
    public static String of(String name) {
        return "CPU of " + name + ", µs";
    }

    /** Microseconds per operation: the sum as {@code figure}, then each process by itself. */
    public Sample per(int operations, String figure) {
        Map<CpuTime, Double> spent = new LinkedHashMap<>();
        before.forEach((cpu, then) -> spent.put(cpu, (cpu.microseconds() - then) / operations));
        double sum = counted.stream().mapToDouble(spent::get).sum();
        Sample sample = Sample.EMPTY.and(figure, sum);
        for (Map.Entry<CpuTime, Double> one : spent.entrySet()) {
            if (counted.size() > 1 || !counted.contains(one.getKey())) {
                sample = sample.and(of(one.getKey().name()), one.getValue());
            }
        }
        return sample;
    }
}
