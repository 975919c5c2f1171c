<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Tide chart</source>
        <translation>Gezeitenbild</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>To the oldest</source>
        <translation>Zum Ältesten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>Als TSV kopieren</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>%1 times as fast as it may</source>
        <translation>%1-mal so schnell wie erlaubt</translation>
    </message>
    <message>
        <source>%1 good, %2 late, %3 unknown</source>
        <translation>%1 gut, %2 zu spät, %3 unbekannt</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>age now</source>
        <translation>Alter jetzt</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>None: no pipeline of the profile gives this path a class with a target.</source>
        <translation>Keins: keine Pipeline des Profils gibt diesem Pfad eine Klasse mit einem Ziel.</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>used</source>
        <translation>verbraucht</translation>
    </message>
    <message>
        <source>burns, 1 h</source>
        <translation>verbrennt, 1 h</translation>
    </message>
    <message>
        <source>burns, 6 h</source>
        <translation>verbrennt, 6 h</translation>
    </message>
    <message>
        <source>burns, 3 d</source>
        <translation>verbrennt, 3 d</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>no offset has been committed</source>
        <translation>es wurde kein Offset bestätigt</translation>
    </message>
    <message>
        <source>the cluster does not permit it</source>
        <translation>der Cluster erlaubt es nicht</translation>
    </message>
    <message>
        <source>the source does not answer</source>
        <translation>die Quelle antwortet nicht</translation>
    </message>
    <message>
        <source>no data: the collector was off</source>
        <translation>keine Daten: der Sammler war aus</translation>
    </message>
    <message>
        <source>this was never asked for</source>
        <translation>danach wurde nie gefragt</translation>
    </message>
    <message>
        <source>not enough history yet</source>
        <translation>noch nicht genug Verlauf</translation>
    </message>
    <message>
        <source>the partition has no leader</source>
        <translation>die Partition hat keinen Leader</translation>
    </message>
    <message>
        <source>it was deleted</source>
        <translation>es wurde gelöscht</translation>
    </message>
    <message>
        <source>the source cannot tell</source>
        <translation>die Quelle kann es nicht sagen</translation>
    </message>
    <message>
        <source>not asked for: it needs permission to read records</source>
        <translation>nicht gefragt: dazu müssten Datensätze gelesen werden dürfen</translation>
    </message>
    <message>
        <source>the answers contradict each other</source>
        <translation>die Antworten widersprechen sich</translation>
    </message>
    <message>
        <source>the history of it has expired</source>
        <translation>der Verlauf dazu ist abgelaufen</translation>
    </message>
    <message>
        <source>it does not apply here</source>
        <translation>trifft hier nicht zu</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>wächst</translation>
    </message>
    <message>
        <source>no consumer</source>
        <translation>kein Leser</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>nimmt ab</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>lesbar</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>queryable</source>
        <translation>abfragbar</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>abgeleitet</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>by time look-ups on the broker</source>
        <translation>durch Zeitabfragen beim Broker</translation>
    </message>
    <message>
        <source>from this file&apos;s history</source>
        <translation>aus dem Verlauf dieser Datei</translation>
    </message>
    <message>
        <source>from the record itself</source>
        <translation>aus dem Datensatz selbst</translation>
    </message>
    <message>
        <source>nothing unread</source>
        <translation>nichts ungelesen</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
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
        <translation>unklar</translation>
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
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>Tide</name>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>floor</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>high</source>
        <translation>high</translation>
    </message>
    <message>
        <source>not landed %1</source>
        <translation>nicht gelandet %1</translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation>ungelesen %1</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>speaks for it</source>
        <translation>dafür spricht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <source>would settle it</source>
        <translation>würde es klären</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>zurückgestellt</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n in Ordnung</numerusform>
            <numerusform>%n in Ordnung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 unread, the oldest %3 old</source>
        <translation>%1: %2 ungelesen, der älteste ist %3 alt</translation>
    </message>
    <message>
        <source>%1: %2 unread, their age is unknown (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No consumer groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 groups behind</source>
        <translation>%1 von %2 Gruppen im Rückstand</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) keep up</source>
        <translation>
            <numerusform>%n Gruppe hält mit</numerusform>
            <numerusform>%n Gruppen halten mit</numerusform>
        </translation>
    </message>
    <message>
        <source>Furthest behind: %1</source>
        <translation>Am weitesten zurück: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), state unknown</source>
        <translation>
            <numerusform>%n Gruppe, Zustand unbekannt</numerusform>
            <numerusform>%n Gruppen, Zustand unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>No topics</source>
        <translation>Keine Topics</translation>
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
        <translation>
            <numerusform>%n Topic</numerusform>
            <numerusform>%n Topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) behind</source>
        <translation>
            <numerusform>%n Leser im Rückstand</numerusform>
            <numerusform>%n Leser im Rückstand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a partition without leader</source>
        <translation>
            <numerusform>%n mit einer Partition ohne Leader</numerusform>
            <numerusform>%n mit Partitionen ohne Leader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a reader</source>
        <translation>
            <numerusform>%n ohne Leser</numerusform>
            <numerusform>%n ohne Leser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) unknown</source>
        <translation>
            <numerusform>%n Leser unbekannt</numerusform>
            <numerusform>%n Leser unbekannt</numerusform>
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
        <translation>Keine Quellen</translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>%1 von %2 Quellen gesund</translation>
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
        <translation>
            <numerusform>Summe über %n Partition</numerusform>
            <numerusform>Summe über %n Partitionen</numerusform>
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
        <translation>mehr als %1</translation>
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
    <message>
        <source>a vertical distance is records, a horizontal one is time</source>
        <translation>senkrecht sind es Datensätze, waagrecht ist es Zeit</translation>
    </message>
</context>
<context>
    <name>tidemark::FindingModel</name>
    <message>
        <source>until %1: %2</source>
        <translation>bis %1: %2</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>führt</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>It explains what else is found on this path.</source>
        <translation>Er erklärt, was sonst auf diesem Weg gefunden wird.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What is wrong, what explains the rest first</source>
        <translation>Was nicht stimmt; was das Übrige erklärt, steht vorn</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Error, warning or note</source>
        <translation>Fehler, Warnung oder Hinweis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>The rule that fired; of each path one leads</source>
        <translation>Die Regel, die angeschlagen hat; auf jedem Weg führt eine</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>The path or table that it concerns</source>
        <translation>Der Weg oder die Tabelle, um die es geht</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>UTC; where it is unknown, for longer than is remembered</source>
        <translation>UTC; wo es unbekannt ist, länger als die Erinnerung reicht</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>How sure the rule is of it</source>
        <translation>Wie sicher die Regel ist</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Who has to act, by the profile</source>
        <translation>Wer handeln muss, nach dem Profil</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>Was zuerst zu tun ist</translation>
    </message>
</context>
<context>
    <name>tidemark::LagModel</name>
    <message>
        <source>Group, partition</source>
        <translation>Gruppe, Partition</translation>
    </message>
    <message>
        <source>Consumer groups, and the partitions they have an offset in or are assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
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
        <translation>Alter</translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>High mark less the group&apos;s offset, as Kafka&apos;s own tool prints it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Time until retention deletes unread records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n Partition</numerusform>
            <numerusform>%n Partitionen</numerusform>
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
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
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
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>answers in part</source>
        <translation>antwortet teilweise</translation>
    </message>
    <message>
        <source>unknown: no polls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What is polled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Of its last polls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
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
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Parts answered of parts due in the last 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Of the last polls together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>On the wire, of the last polls together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
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
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>tidemark::TopicModel</name>
    <message>
        <source>Topic, reader</source>
        <translation>Topic, Leser</translation>
    </message>
    <message>
        <source>Topics, and the groups that read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Topic: its partitions&apos; leaders and replicas. Reader: does it keep up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last record</source>
        <translation>Letzter Datensatz</translation>
    </message>
    <message>
        <source>Age of the newest record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest unread</source>
        <translation>Ältester ungelesener</translation>
    </message>
    <message>
        <source>Age of the oldest record the reader has not read; for a topic the worst of its readers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Records the reader has not read; for a topic the most of any reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Unread, or late against its target, since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>Sicher bis</translation>
    </message>
    <message>
        <source>When retention reaches unread records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
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
        <translation>
            <numerusform>%n Leser</numerusform>
            <numerusform>%n Leser</numerusform>
        </translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message numerus="yes">
        <source>%n without leader</source>
        <translation>
            <numerusform>%n ohne Leader</numerusform>
            <numerusform>%n ohne Leader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under-replicated</source>
        <translation>
            <numerusform>%n unterrepliziert</numerusform>
            <numerusform>%n unterrepliziert</numerusform>
        </translation>
    </message>
    <message>
        <source>reader %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n Partition</numerusform>
            <numerusform>%n Partitionen</numerusform>
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
        <translation>JETZT</translation>
    </message>
    <message>
        <source>DATA</source>
        <translation>DATEN</translation>
    </message>
    <message>
        <source>COLLECTION</source>
        <translation>SAMMELN</translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>written into the logbook</source>
        <translation>ins Logbuch geschrieben</translation>
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
    <name>tidemark::views::FindingsDock</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>%n zurückgestellt</numerusform>
            <numerusform>%n zurückgestellt</numerusform>
        </translation>
    </message>
    <message>
        <source>judged at %1, coverage %2</source>
        <translation>beurteilt um %1, Abdeckung %2</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>zurückstellen</translation>
    </message>
    <message>
        <source>A starting point: rules see only what is collected. Where nothing stands here, nothing is proven to be well.</source>
        <translation>Ein Anfang: Regeln sehen nur, was gesammelt ist. Wo hier nichts steht, ist nichts bewiesen.</translation>
    </message>
    <message>
        <source>What this list is</source>
        <translation>Was diese Liste ist</translation>
    </message>
    <message>
        <source>Rules that cannot run, and what they need</source>
        <translation>Regeln, die nicht laufen können, und was sie brauchen</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 braucht %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) cannot run</source>
        <translation>
            <numerusform>%n Regel kann nicht laufen</numerusform>
            <numerusform>%n Regeln können nicht laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing abnormal at %1 (coverage %2).</source>
        <translation>Nichts Auffälliges um %1 (Abdeckung %2).</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Findings unknown</source>
        <translation>Befunde unbekannt</translation>
    </message>
    <message>
        <source>Nothing could be judged.
Start a collector: tidemark collect --profile FILE</source>
        <translation>Nichts konnte beurteilt werden.
Einen Sammler starten: tidemark collect --profile FILE</translation>
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
        <translation>Status</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
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
        <translation>%1 von %2 Quellen gesund</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>Abdeckung %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>data end at %1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>seen every %1</source>
        <translation>alle %1 gesehen</translation>
    </message>
    <message>
        <source>Shows what the rules found (9)</source>
        <translation>Zeigt, was die Regeln gefunden haben (9)</translation>
    </message>
    <message>
        <source>findings unknown</source>
        <translation>Befunde unbekannt</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Befunde: %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::JourneyCard</name>
    <message>
        <source>Record journey</source>
        <translation>Weg eines Datensatzes</translation>
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
        <translation>noch nicht</translation>
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
        <translation>Rückstand</translation>
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
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
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
        <translation>offene Transaktion %1</translation>
    </message>
    <message>
        <source>unread %1%2</source>
        <translation>ungelesen %1%2</translation>
    </message>
    <message>
        <source>not landed %1%2</source>
        <translation>nicht gelandet %1%2</translation>
    </message>
    <message>
        <source>Marks at %1 UTC</source>
        <translation>Marken um %1 UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NavBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
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
    <name>tidemark::views::SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Snooze a finding</source>
        <translation>Einen Befund zurückstellen</translation>
    </message>
    <message>
        <source>The finding</source>
        <translation>Der Befund</translation>
    </message>
    <message>
        <source>It goes to the end of the list and is not counted. Who reads the logbook sees it.</source>
        <translation>Er rückt ans Ende der Liste und zählt nicht. Wer das Logbuch liest, sieht es.</translation>
    </message>
    <message>
        <source>What a snooze does</source>
        <translation>Was Zurückstellen bewirkt</translation>
    </message>
    <message>
        <source>Why, for the others</source>
        <translation>Warum, für die anderen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>End the snooze</source>
        <translation>Nicht mehr zurückstellen</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>tomorrow 09:00 UTC</source>
        <translation>morgen 09:00 UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
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
        <translation>Nach Namen filtern</translation>
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
        <translation>filtern</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Esc clears the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::views::TidePage</name>
    <message>
        <source>Tide chart</source>
        <translation>Gezeitenbild</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>schieben</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
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
        <translation>alle Partitionen</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>keine Gruppe</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TideView</name>
    <message>
        <source>Tide chart</source>
        <translation>Gezeitenbild</translation>
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
        <translation>ungelesen %1</translation>
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
        <translation>Topics</translation>
    </message>
    <message>
        <source>No topic has been recorded.
Start a collector: tidemark collect --profile FILE, or look once: tidemark topics --bootstrap HOST:PORT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
