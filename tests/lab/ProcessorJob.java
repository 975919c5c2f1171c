// SPDX-License-Identifier: GPL-3.0-or-later
// Submits one small job to a Flink whose processes have this class too: it reads a topic of Kafka, does nothing to the
// records, slowly where asked to, and commits its group with each checkpoint. No two of its stages are one task. Prints
// the id of the job.
//   REST-PORT NAME BOOTSTRAP TOPIC GROUP CHECKPOINTS INTERVAL-MS SLOW-FILE
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

public final class ProcessorJob {
  private static final int FAILURES = 100_000;  // of checkpoints, before the job itself fails

  public static void main(String[] words) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createRemoteEnvironment("127.0.0.1", Integer.parseInt(words[0]));
    env.setParallelism(1);
    env.disableOperatorChaining();
    env.enableCheckpointing(Long.parseLong(words[6]));
    env.getCheckpointConfig().setCheckpointStorage(words[5]);
    env.getCheckpointConfig().setTolerableCheckpointFailureNumber(FAILURES);
    KafkaSource<String> source = KafkaSource.<String>builder().setBootstrapServers(words[2]).setTopics(words[3])
        .setGroupId(words[4]).setStartingOffsets(OffsetsInitializer.earliest())
        .setValueOnlyDeserializer(new SimpleStringSchema()).build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "read").map(new Slow(words[7])).name("enrich")
        .sinkTo(new DiscardingSink<>()).name("drop");
    System.out.println(env.executeAsync(words[1]).getJobID());
  }

  private static final class Slow implements MapFunction<String, String> {
    private static final long serialVersionUID = 1;
    private static final long LONG_MS = 20;
    private final String file;

    private Slow(String file) {
      this.file = file;
    }

    @Override
    public String map(String record) throws Exception {
      if (Files.exists(Path.of(file))) {
        Thread.sleep(LONG_MS);
      }
      return record;
    }
  }
}
