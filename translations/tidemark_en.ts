<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Align</name>
    <message numerus="yes">
        <source>%1 exist only in %n announced file(s)</source>
        <translation>
            <numerusform>%1 exist only in %n announced file</numerusform>
            <numerusform>%1 exist only in %n announced files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contiguous</source>
        <translation>
            <numerusform>%n contiguous</numerusform>
            <numerusform>%n contiguous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hole(s)</source>
        <translation>
            <numerusform>%n hole</numerusform>
            <numerusform>%n holes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s)</source>
        <translation>
            <numerusform>%n overlap</numerusform>
            <numerusform>%n overlaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partial</source>
        <translation>
            <numerusform>%n partial</numerusform>
            <numerusform>%n partial</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled back</source>
        <translation>
            <numerusform>%n rolled back</numerusform>
            <numerusform>%n rolled back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>newest first · %n commit(s): %1</source>
        <translation>
            <numerusform>newest first · %n commit: %1</numerusform>
            <numerusform>newest first · %n commits: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeadLetterWords</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) filling</source>
        <translation>
            <numerusform>%n topic filling</numerusform>
            <numerusform>%n topics filling</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrillPageWords</name>
    <message numerus="yes">
        <source>%n drill(s) running</source>
        <translation>
            <numerusform>%n drill running</numerusform>
            <numerusform>%n drills running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) on record</source>
        <translation>
            <numerusform>%n drill on record</numerusform>
            <numerusform>%n drills on record</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GrowthWords</name>
    <message numerus="yes">
        <source>How much %n topic(s) hold is not known</source>
        <translation>
            <numerusform>How much %n topic holds is not known</numerusform>
            <numerusform>How much %n topics hold is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How much %n of them hold is not known: there is no sum.</source>
        <translation>
            <numerusform>How much %n of them holds is not known: there is no sum.</numerusform>
            <numerusform>How much %n of them hold is not known: there is no sum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) hold %1</source>
        <translation>
            <numerusform>%n topic holds %1</numerusform>
            <numerusform>%n topics hold %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n fine</numerusform>
            <numerusform>%n fine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n path(s), none of them known</source>
        <translation>
            <numerusform>%n path, none of them known</numerusform>
            <numerusform>%n paths, none of them known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were abnormal before.</source>
        <translation>
            <numerusform>%n thing was abnormal before.</numerusform>
            <numerusform>%n things were abnormal before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n lane</numerusform>
            <numerusform>%n lanes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LagMapWords</name>
    <message numerus="yes">
        <source>%n group(s) by topic</source>
        <translation>
            <numerusform>%n group by topic</numerusform>
            <numerusform>%n groups by topic</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetricsWords</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProvenanceWords</name>
    <message numerus="yes">
        <source>%1 offsets of %n partition(s): %2</source>
        <translation>
            <numerusform>%1 offsets of %n partition: %2</numerusform>
            <numerusform>%1 offsets of %n partitions: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayWords</name>
    <message numerus="yes">
        <source>%n replay(s)</source>
        <translation>
            <numerusform>%n replay</numerusform>
            <numerusform>%n replays</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s); the band held in %1</source>
        <translation>
            <numerusform>%n replay; the band held in %1</numerusform>
            <numerusform>%n replays; the band held in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemasWords</name>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n not checked</source>
        <translation>
            <numerusform>, %n not checked</numerusform>
            <numerusform>, %n not checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopicsWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %n setting(s) are met</source>
        <translation>
            <numerusform>the %n setting is met</numerusform>
            <numerusform>all %n settings are met</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n fine</numerusform>
            <numerusform>%n fine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) keep up</source>
        <translation>
            <numerusform>%n group keeps up</numerusform>
            <numerusform>%n groups keep up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), state unknown</source>
        <translation>
            <numerusform>%n group, state unknown</numerusform>
            <numerusform>%n groups, state unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) behind</source>
        <translation>
            <numerusform>%n reader behind</numerusform>
            <numerusform>%n readers behind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a partition without leader</source>
        <translation>
            <numerusform>%n with a partition without leader</numerusform>
            <numerusform>%n with a partition without leader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a reader</source>
        <translation>
            <numerusform>%n without a reader</numerusform>
            <numerusform>%n without a reader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) unknown</source>
        <translation>
            <numerusform>%n reader unknown</numerusform>
            <numerusform>%n readers unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sum over %n partition(s)</source>
        <translation>
            <numerusform>sum over %n partition</numerusform>
            <numerusform>sum over %n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s)</source>
        <translation>
            <numerusform>%n connector</numerusform>
            <numerusform>%n connectors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s) fine</source>
        <translation>
            <numerusform>%n connector fine</numerusform>
            <numerusform>%n connectors fine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::AlignModel</name>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectorModel</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::HomeModel</name>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::LagModel</name>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::MetricModel</name>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not matched</source>
        <translation>
            <numerusform>%n not matched</numerusform>
            <numerusform>%n not matched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::OnsetModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::ReplayModel</name>
    <message numerus="yes">
        <source>%n slower</source>
        <translation>
            <numerusform>%n slower</numerusform>
            <numerusform>%n slower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n replay(s) that are over the band held in %1.</source>
        <translation>
            <numerusform>Of %n replay that is over the band held in %1.</numerusform>
            <numerusform>Of %n replays that are over the band held in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::TopicModel</name>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>%n reader</numerusform>
            <numerusform>%n readers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without leader</source>
        <translation>
            <numerusform>%n without leader</numerusform>
            <numerusform>%n without leader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under-replicated</source>
        <translation>
            <numerusform>%n under-replicated</numerusform>
            <numerusform>%n under-replicated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorecardWords</name>
    <message numerus="yes">
        <source>%n row(s): </source>
        <translation>
            <numerusform>%n row: </numerusform>
            <numerusform>%n rows: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>score %1 in %n row(s)</source>
        <translation>
            <numerusform>score %1 in %n row</numerusform>
            <numerusform>score %1 in %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No rating changed; %n thing(s) beneath did.</source>
        <translation>
            <numerusform>No rating changed; %n thing beneath did.</numerusform>
            <numerusform>No rating changed; %n things beneath did.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), 0 evidence: all red until evidenced</source>
        <translation>
            <numerusform>%n row, 0 evidence: red until evidenced</numerusform>
            <numerusform>%n rows, 0 evidence: all red until evidenced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::shell::MainWindow</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::views::FindingsDock</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>%n snoozed</numerusform>
            <numerusform>%n snoozed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) cannot run</source>
        <translation>
            <numerusform>%n rule cannot run</numerusform>
            <numerusform>%n rules cannot run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::views::TablePage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableFilesWords</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) their files</source>
        <translation>
            <numerusform>%n tells its files</numerusform>
            <numerusform>%n tell their files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) with delete files, which every reader has to read.</source>
        <translation>
            <numerusform>%n table with delete files, which every reader has to read.</numerusform>
            <numerusform>%n tables with delete files, which every reader has to read.</numerusform>
        </translation>
    </message>
</context>
</TS>
