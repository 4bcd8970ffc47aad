package dev.regulars.eventing.consumer.poll;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Where a group begins that took over from others: at the least of their offsets, since each of them may have records to do that the
 * others have done.
 *
 * @param groups that were there before
 */
public record FormerOffsets(Map<String, Object> kafka, Set<String> groups) {

    /** Moves to where the former groups were, in those of the partitions that this group never committed. */
    void apply(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        if (groups.isEmpty() || assigned.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned));
        List<TopicPartition> fresh =
                assigned.stream().filter(one -> committed.get(one) == null).toList();
        if (!fresh.isEmpty()) {
            least(fresh).forEach(consumer::seek);
        }
    }

    /** Without a partition where one of the groups has no offset: it begins where a new group does. */
    private Map<TopicPartition, Long> least(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> least = new HashMap<>();
        List<Map<TopicPartition, Long>> known = offsets();
        for (TopicPartition partition : partitions) {
            if (known.stream().allMatch(offsets -> offsets.containsKey(partition))) {
                known.stream()
                        .mapToLong(offsets -> offsets.getOrDefault(partition, 0L))
                        .min()
                        .ifPresent(offset -> least.put(partition, offset));
            }
        }
        return least;
    }

    private List<Map<TopicPartition, Long>> offsets() {
        try (Admin admin = Admin.create(kafka)) {
            return groups.stream().map(group -> offsets(admin, group)).toList();
        }
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, String group) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, committed) -> {
                        if (committed != null) {
                            offsets.put(partition, committed.offset());
                        }
                    });
        } catch (ExecutionException e) {
            throw new KafkaException("The offsets of " + group + " cannot be read", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        return offsets;
    }
}
