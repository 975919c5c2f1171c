// SPDX-License-Identifier: GPL-3.0-or-later
// Writes one Iceberg table with Iceberg's own catalogs, as told on standard input:
//   hadoop CODEC LOCATION          in the Hadoop layout; CODEC of the metadata files: none or gzip
//   jdbc CODEC URI WAREHOUSE CATALOG VERSION NAMESPACE TABLE
//                                  in a database, with its JdbcCatalog; VERSION of the database's tables: V0 or V1
//   view NAME                      beside it in the database
//   append RECORDS OFFSETS         OFFSETS: the next source offset of each partition, as JSON; a snapshot property
//   back STEPS                     the current snapshot is that many parents back
// Answers each line with the id of the current snapshot and the number of the metadata file.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types;

public final class IcebergTable {
  private static final Schema SCHEMA = new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));
  private static final PartitionSpec SPEC = PartitionSpec.unpartitioned();

  private JdbcCatalog catalog;
  private Namespace namespace;
  private Table table;
  private int files;

  public static void main(String[] arguments) throws Exception {
    IcebergTable told = new IcebergTable();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      told.act(line.split(" "));
      System.out.println(told.state());
      System.out.flush();
    }
  }

  private void act(String[] words) throws Exception {
    switch (words[0]) {
      case "hadoop" -> table = new HadoopTables(new Configuration()).create(SCHEMA, SPEC, properties(words[1]), words[2]);
      case "jdbc" -> table = create(words);
      case "view" -> catalog.buildView(TableIdentifier.of(namespace, words[1])).withSchema(SCHEMA)
          .withDefaultNamespace(namespace).withQuery("spark", "select 1 as id").create();
      case "append" -> append(Long.parseLong(words[1]), words[2]);
      case "back" -> back(Integer.parseInt(words[1]));
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static Map<String, String> properties(String codec) {
    return Map.of("format-version", "2", "write.metadata.compression-codec", codec);
  }

  private Table create(String[] words) {
    catalog = new JdbcCatalog();
    catalog.setConf(new Configuration());
    catalog.initialize(words[4], Map.of("uri", words[2], "warehouse", words[3], "jdbc.schema-version", words[5]));
    namespace = Namespace.of(words[6].split("\\."));
    catalog.createNamespace(namespace, Map.of());
    return catalog.createTable(TableIdentifier.of(namespace, words[7]), SCHEMA, SPEC, properties(words[1]));
  }

  private void append(long records, String offsets) throws Exception {
    OutputFile file = table.io().newOutputFile(table.location() + "/data/" + files++ + ".parquet");
    FileAppender<Record> writer = Parquet.write(file).schema(SCHEMA).createWriterFunc(GenericParquetWriter::create).build();
    try (writer) {
      for (long id = 0; id < records; ++id) {
        writer.add(GenericRecord.create(SCHEMA).copy("id", id));
      }
    }
    DataFile data = DataFiles.builder(SPEC).withInputFile(file.toInputFile()).withFormat(FileFormat.PARQUET)
        .withMetrics(writer.metrics()).build();
    table.newAppend().appendFile(data).set("app.offsets", offsets).commit();
  }

  private void back(int steps) {
    Snapshot to = table.currentSnapshot();
    for (int step = 0; step < steps; ++step) {
      to = table.snapshot(to.parentId());
    }
    table.manageSnapshots().rollbackTo(to.snapshotId()).commit();
  }

  private String state() {
    table.refresh();
    Snapshot now = table.currentSnapshot();
    String file = ((BaseTable) table).operations().current().metadataFileLocation();
    return (now == null ? "none" : now.snapshotId()) + " " + file;
  }
}
