<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tide chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no offset has been committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster does not permit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data: the collector was off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this was never asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough history yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the partition has no leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the source cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked for: it needs permission to read records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answers contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the history of it has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not apply here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no consumer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stalled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>produced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queryable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>derived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by time look-ups on the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from this file&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the record itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction markers, no records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compaction holes, no records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an open transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Open the row; on the chart: the record&apos;s journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter or the crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair one poll back or on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the chart: zoom at the crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the cursor; the wheel alone pans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tide</name>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not landed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 unread, the oldest %3 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 unread, their age is unknown (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consumer groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 groups behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) keep up</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Furthest behind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), state unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been recorded about any topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) behind</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a partition without leader</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a reader</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is read by %2 with %3 unread, the oldest %4 old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reader that is known keeps up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reader is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 last answered everything at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every poll that was due is here or accounted for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum over %1 of %2 partitions: those the group has an offset in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>sum over %n partition(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No sample in this window. F shows everything there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group reads it. High mark %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the oldest %2 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: unread by %2: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not landed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open transaction: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::LagModel</name>
    <message>
        <source>Group, partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumer groups, and the partitions they have an offset in or are assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the last ten polls: does the offset move, and does somebody own the partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>floor | group | high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the group stands between the first and the last record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High mark less the group&apos;s offset, as Kafka&apos;s own tool prints it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time until retention deletes unread records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>worst: %1/%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>floor %1, group %2, high %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to the high mark: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::SourceModel</name>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: no polls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is polled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its last polls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When this state began, at the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last poll that answered everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts answered of parts due in the last 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the last polls together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the wire, of the last polls together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last polls together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, cannot see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What permissions or the source itself keep hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::TopicModel</name>
    <message>
        <source>Topic, reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics, and the groups that read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic: its partitions&apos; leaders and replicas. Reader: does it keep up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the newest record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the oldest record the reader has not read; for a topic the worst of its readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records the reader has not read; for a topic the most of any reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread, or late against its target, since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When retention reaches unread records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitions, replicas, clean-up; for a reader its worst partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n without leader</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under-replicated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reader %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worst: partition %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::shell::MainWindow</name>
    <message>
        <source>NOW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COLLECTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Pages</name>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::Headline</name>
    <message>
        <source>In short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::HealthBar</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data end at %1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen every %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::JourneyCard</name>
    <message>
        <source>Record journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a point of a partition&apos;s chart, or press Enter at the crosshair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2 @ %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, evidence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagPage</name>
    <message>
        <source>Lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consumer group has been recorded.
Start a collector: tidemark collect --profile FILE, or look once: tidemark lag --bootstrap HOST:PORT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::MarksCard</name>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open transaction %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not landed %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks at %1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::NavBar</name>
    <message>
        <source>Navigation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::RowView</name>
    <message>
        <source>%1, columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.
Start a collector: tidemark collect --profile FILE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::TablePage</name>
    <message>
        <source>Filter by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Esc clears the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::views::TidePage</name>
    <message>
        <source>Tide chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upright is records, level is time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic has been recorded.
Start a collector: tidemark collect --profile FILE, or play a story: tidemark import --story FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitions of the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic has been recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::TidePicker</name>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all partitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no group</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::TideView</name>
    <message>
        <source>Tide chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offsets over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::TimeBar</name>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the visible time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tidemark::views::TopicsPage</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic has been recorded.
Start a collector: tidemark collect --profile FILE, or look once: tidemark topics --bootstrap HOST:PORT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
