// SPDX-License-Identifier: GPL-3.0-or-later
// What Kafka's own client says of a group's offsets on a mirror's target: RemoteClusterUtils.translateOffsets for each
// group, as "GROUP TOPIC PARTITION OFFSET" lines.
// Words: the target's bootstrap servers, the source's alias, the groups.

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.mirror.RemoteClusterUtils;

public final class MirrorAnswers {
    public static void main(String[] words) throws Exception {
        Map<String, Object> target = Map.of("bootstrap.servers", words[0]);
        for (int i = 2; i < words.length; i++) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    RemoteClusterUtils.translateOffsets(target, words[1], words[i], Duration.ofSeconds(30));
            for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : offsets.entrySet())
                System.out.println(words[i] + " " + entry.getKey().topic() + " " + entry.getKey().partition() + " "
                        + entry.getValue().offset());
        }
    }
}
