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
    <message>
        <source>Tide</source>
        <translation>Gezeiten</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>Connectors</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>Einen Commit prüfen</translation>
    </message>
    <message>
        <source>Incident from here</source>
        <translation>Vorfall ab hier</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>Alle Spuren</translation>
    </message>
    <message>
        <source>Lock the crosshair</source>
        <translation>Fadenkreuz festhalten</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Event before</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>Dead Letters</translation>
    </message>
    <message>
        <source>Pin the lane</source>
        <translation>Spur anheften</translation>
    </message>
    <message>
        <source>Note at the crosshair</source>
        <translation>Notiz am Fadenkreuz</translation>
    </message>
    <message>
        <source>Order of onset, compare</source>
        <translation>Reihenfolge, Vergleich</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Window from this event to the next</source>
        <translation>Fenster von diesem Ereignis bis zum nächsten</translation>
    </message>
    <message>
        <source>Lag map</source>
        <translation>Rückstandskarte</translation>
    </message>
    <message>
        <source>Open a timeline or bundle</source>
        <translation>Zeitleiste oder Bündel öffnen</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was aufbewahrt wird</translation>
    </message>
    <message>
        <source>Table files</source>
        <translation>Tabellendateien</translation>
    </message>
    <message>
        <source>Commands and places</source>
        <translation>Befehle und Orte</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Copy a link to this view</source>
        <translation>Link auf diese Ansicht kopieren</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>Scorecard</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Vorführen</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>Mit einem Cluster verbinden</translation>
    </message>
    <message>
        <source>Stop collecting</source>
        <translation>Sammeln beenden</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>Bewertung exportieren</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>The step is done now</source>
        <translation>Der Schritt ist jetzt getan</translation>
    </message>
    <message>
        <source>Take a stamp back</source>
        <translation>Einen Stempel zurücknehmen</translation>
    </message>
    <message>
        <source>Abort the drill</source>
        <translation>Die Übung abbrechen</translation>
    </message>
    <message>
        <source>Say the verdict</source>
        <translation>Das Urteil sprechen</translation>
    </message>
    <message>
        <source>Begin a drill</source>
        <translation>Eine Übung beginnen</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>Mit einem anderen Lauf vergleichen</translation>
    </message>
    <message>
        <source>Export as OpenLineage</source>
        <translation>Als OpenLineage exportieren</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
</context>
<context>
    <name>Align</name>
    <message>
        <source>%1: cannot tell</source>
        <translation>%1: unklar</translation>
    </message>
    <message>
        <source>%1: aligned</source>
        <translation>%1: gleichauf</translation>
    </message>
    <message>
        <source>%1: aligned, the source is idle</source>
        <translation>%1: gleichauf, die Quelle ruht</translation>
    </message>
    <message>
        <source>%1: %2 in flight</source>
        <translation>%1: %2 unterwegs</translation>
    </message>
    <message>
        <source>%1: %2 read, not landed</source>
        <translation>%1: %2 gelesen, nicht gelandet</translation>
    </message>
    <message>
        <source>%1: %2 lost</source>
        <translation>%1: %2 verloren</translation>
    </message>
    <message>
        <source>%1: %2 will be lost</source>
        <translation>%1: %2 werden verloren gehen</translation>
    </message>
    <message>
        <source>%1: %2 offsets in no commit</source>
        <translation>%1: %2 Offsets in keinem Commit</translation>
    </message>
    <message>
        <source>%1: ahead of its group by %2</source>
        <translation>%1: ihrer Gruppe um %2 voraus</translation>
    </message>
    <message>
        <source>%1: duplicates possible</source>
        <translation>%1: Duplikate möglich</translation>
    </message>
    <message>
        <source>%1: duplicates</source>
        <translation>%1: Duplikate</translation>
    </message>
    <message>
        <source>%1: table and log do not belong together</source>
        <translation>%1: Tabelle und Log gehören nicht zusammen</translation>
    </message>
    <message>
        <source>evidence %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>not landed</source>
        <translation>nicht gelandet</translation>
    </message>
    <message>
        <source>late after %1 (assumed)</source>
        <translation>zu spät nach %1 (angenommen)</translation>
    </message>
    <message>
        <source>late after %1</source>
        <translation>zu spät nach %1</translation>
    </message>
    <message>
        <source>late for %1</source>
        <translation>zu spät seit %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 of %2 partitions known</source>
        <translation>%1 von %2 Partitionen bekannt</translation>
    </message>
    <message>
        <source>complete through</source>
        <translation>vollständig bis</translation>
    </message>
    <message>
        <source>all that was produced until then is in the table</source>
        <translation>alles, was bis dahin erzeugt wurde, ist in der Tabelle</translation>
    </message>
    <message>
        <source>if the sink restarts now</source>
        <translation>wenn der Sink jetzt neu startet</translation>
    </message>
    <message>
        <source>re-reads %1</source>
        <translation>liest %1 erneut</translation>
    </message>
    <message numerus="yes">
        <source>%1 exist only in %n announced file(s)</source>
        <translation>
            <numerusform>%1 gibt es nur in %n angekündigten Datei</numerusform>
            <numerusform>%1 gibt es nur in %n angekündigten Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are in no snapshot</source>
        <translation>%1 sind in keinem Snapshot</translation>
    </message>
    <message>
        <source>up to %1 twice unless the writer is idempotent</source>
        <translation>bis zu %1 doppelt, wenn der Schreiber nicht idempotent ist</translation>
    </message>
    <message>
        <source>nothing is lost, nothing comes twice</source>
        <translation>nichts geht verloren, nichts kommt doppelt</translation>
    </message>
    <message>
        <source>No tables</source>
        <translation>Keine Tabellen</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any table.</source>
        <translation>Noch ist über keine Tabelle etwas aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 of %2 tables in trouble</source>
        <translation>%1 von %2 Tabellen gestört</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>No partition is known that feeds it: name its topic or group in the profile.</source>
        <translation>Keine Partition ist bekannt, die sie speist: im Profil ihr Topic oder ihre Gruppe nennen.</translation>
    </message>
    <message>
        <source>%1 of %2 partitions, worst %3/%4: </source>
        <translation>%1 von %2 Partitionen, am schlimmsten %3/%4: </translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions</source>
        <translation>von %1 von %2 Partitionen</translation>
    </message>
    <message>
        <source>no commit has been seen</source>
        <translation>es wurde kein Commit gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n contiguous</source>
        <translation>
            <numerusform>%n lückenlos</numerusform>
            <numerusform>%n lückenlos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hole(s)</source>
        <translation>
            <numerusform>%n Lücke</numerusform>
            <numerusform>%n Lücken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s)</source>
        <translation>
            <numerusform>%n Überlappung</numerusform>
            <numerusform>%n Überlappungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partial</source>
        <translation>
            <numerusform>%n unvollständig</numerusform>
            <numerusform>%n unvollständig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled back</source>
        <translation>
            <numerusform>%n zurückgerollt</numerusform>
            <numerusform>%n zurückgerollt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>newest first · %n commit(s): %1</source>
        <translation>
            <numerusform>neuester zuerst · %n Commit: %1</numerusform>
            <numerusform>neueste zuerst · %n Commits: %1</numerusform>
        </translation>
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
    <name>ConnectWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>configurations of topics</source>
        <translation>Einstellungen von Topics</translation>
    </message>
    <message>
        <source>configurations of brokers</source>
        <translation>Einstellungen von Brokern</translation>
    </message>
    <message>
        <source>reading records</source>
        <translation>Records lesen</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>Everything answers.</source>
        <translation>Alles antwortet.</translation>
    </message>
    <message>
        <source>Everything answers, with something to mend.</source>
        <translation>Alles antwortet; etwas ist zu richten.</translation>
    </message>
    <message>
        <source>%1 of %2 answer.</source>
        <translation>%1 von %2 antworten.</translation>
    </message>
    <message>
        <source>Nothing answers yet.</source>
        <translation>Noch antwortet nichts.</translation>
    </message>
</context>
<context>
    <name>DeadLetterWords</name>
    <message>
        <source>%1 takes %2 of what came from %3</source>
        <translation>%1 nimmt %2 von dem auf, was aus %3 kam</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1 nimmt %2 auf</translation>
    </message>
    <message>
        <source>, most for %1</source>
        <translation>, die meisten wegen %1</translation>
    </message>
    <message>
        <source>Not read. Why they failed stands in their headers; write this to the cluster in the profile:
&quot;read&quot;: [&quot;dead-letters&quot;]</source>
        <translation>Nicht gelesen. Woran sie scheiterten, steht in ihren Headern; im Profil dem Cluster hinzufügen:
&quot;read&quot;: [&quot;dead-letters&quot;]</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>Nicht gelesen: %1.</translation>
    </message>
    <message>
        <source>%1 records; up to %2 were not read</source>
        <translation>%1 Datensätze; bis zu %2 wurden nicht gelesen</translation>
    </message>
    <message>
        <source>all, %1 records</source>
        <translation>alle, %1 Datensätze</translation>
    </message>
    <message>
        <source>a share group</source>
        <translation>einer Share-Gruppe</translation>
    </message>
    <message>
        <source>No header of a family that is known. Of a connector: errors.deadletterqueue.context.headers.enable is false unless it is set.</source>
        <translation>Kein Header einer bekannten Familie. Bei einem Connector: errors.deadletterqueue.context.headers.enable ist aus, solange es nicht gesetzt wird.</translation>
    </message>
    <message>
        <source>No dead letters</source>
        <translation>Keine Dead Letters</translation>
    </message>
    <message>
        <source>No topic takes any.</source>
        <translation>Kein Topic nimmt welche auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Topic</numerusform>
            <numerusform>%n Topics</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 not known</source>
        <translation>, %1 unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) filling</source>
        <translation>
            <numerusform>%n Topic füllt sich</numerusform>
            <numerusform>%n Topics füllen sich</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 dead letters</source>
        <translation>Bis zu %1 Dead Letters</translation>
    </message>
    <message>
        <source>Dead letters unknown</source>
        <translation>Dead Letters unbekannt</translation>
    </message>
    <message>
        <source>Not every topic that takes them can be seen.</source>
        <translation>Nicht jedes Topic, das sie aufnimmt, ist zu sehen.</translation>
    </message>
    <message>
        <source>None came in the last two minutes.</source>
        <translation>In den letzten zwei Minuten kamen keine.</translation>
    </message>
    <message>
        <source>No topic takes dead letters, as far as can be seen.
One is known by the configuration of a connector (errors.deadletterqueue.topic.name) or of the topic (errors.deadletterqueue.group.enable), by “dead_letter” of a pipeline in the profile, by its records&apos; headers, or suggested by its name, as orders-dlq is.
Recorded by: tidemark collect --profile FILE</source>
        <translation>Kein Topic nimmt Dead Letters auf, soweit es zu sehen ist.
Erkannt wird eines an der Konfiguration eines Connectors (errors.deadletterqueue.topic.name) oder des Topics (errors.deadletterqueue.group.enable), an „dead_letter“ einer Pipeline im Profil, an den Headern seiner Datensätze; vermutet am Namen, wie orders-dlq.
Aufgezeichnet von: tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>known by</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>from</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>perhaps from</source>
        <translation>vielleicht aus</translation>
    </message>
    <message>
        <source>written by</source>
        <translation>geschrieben von</translation>
    </message>
    <message>
        <source>headers read</source>
        <translation>Header gelesen</translation>
    </message>
    <message>
        <source>clean-up</source>
        <translation>Bereinigung</translation>
    </message>
    <message>
        <source>compacted: fewer records than offsets</source>
        <translation>kompaktiert: weniger Datensätze als Offsets</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>älteste</translation>
    </message>
    <message>
        <source>By the time that the record carries. Connect keeps that of the record that failed.</source>
        <translation>Nach der Zeit, die der Datensatz trägt. Connect behält die des gescheiterten Datensatzes.</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>headers of</source>
        <translation>Header von</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>first read at</source>
        <translation>zuerst gelesen bei</translation>
    </message>
    <message>
        <source>last read at</source>
        <translation>zuletzt gelesen bei</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>DrillPageWords</name>
    <message>
        <source>%1 of %2 steps are done.</source>
        <translation>%1 von %2 Schritten sind getan.</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>Als Nächstes: %1.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Wait %1 more.</source>
        <translation>Noch %1 warten.</translation>
    </message>
    <message>
        <source>No drills</source>
        <translation>Keine Übungen</translation>
    </message>
    <message>
        <source>%1 of %2 incidents and paths rehearsed</source>
        <translation>%1 von %2 Vorfällen und Pfaden geübt</translation>
    </message>
    <message>
        <source>Drill %1 has run for %2</source>
        <translation>Übung %1 läuft seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) running</source>
        <translation>
            <numerusform>%n Übung läuft</numerusform>
            <numerusform>%n Übungen laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) on record</source>
        <translation>
            <numerusform>%n Übung aufgezeichnet</numerusform>
            <numerusform>%n Übungen aufgezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>No drill was started</source>
        <translation>Keine Übung wurde begonnen</translation>
    </message>
    <message>
        <source>A drill is a failure that people bring about on purpose. They do the steps, Tidemark watches, times and keeps the record; it does nothing to a cluster. Enter on a template begins one.</source>
        <translation>Eine Übung ist ein Ausfall, den Menschen mit Absicht herbeiführen. Sie tun die Schritte, Tidemark sieht zu, misst die Zeit und führt das Protokoll; am Cluster tut es nichts. Enter auf einer Vorlage beginnt eine.</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 sagt: %2</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>wie vorgeschlagen</translation>
    </message>
    <message>
        <source>proposed was %1</source>
        <translation>vorgeschlagen war %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Vorgeschlagen: %1</translation>
    </message>
    <message>
        <source>a person says the verdict</source>
        <translation>das Urteil spricht ein Mensch</translation>
    </message>
    <message>
        <source>, aborted: %1</source>
        <translation>, abgebrochen: %1</translation>
    </message>
    <message>
        <source>for</source>
        <translation>wofür</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>steady before</source>
        <translation>stabil zuvor</translation>
    </message>
    <message>
        <source>recovers within</source>
        <translation>erholt sich in</translation>
    </message>
    <message>
        <source>scorecard</source>
        <translation>Scorecard</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>began</source>
        <translation>begann</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>endete</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Eigner</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>genehmigt von</translation>
    </message>
    <message>
        <source>stopped when</source>
        <translation>abgebrochen, wenn</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Not all was well before it: the verdict is partial at most.</source>
        <translation>Zuvor war nicht alles in Ordnung: Das Urteil ist höchstens teilweise.</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1, says %2</source>
        <translation>%1, sagt %2</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>because</source>
        <translation>weil</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>DrillWords</name>
    <message>
        <source>inconclusive</source>
        <translation>nicht eindeutig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>detected after</source>
        <translation>entdeckt nach</translation>
    </message>
    <message>
        <source>first moved after</source>
        <translation>erste Bewegung nach</translation>
    </message>
    <message>
        <source>recovered after</source>
        <translation>erholt nach</translation>
    </message>
    <message>
        <source>detected by</source>
        <translation>entdeckt durch</translation>
    </message>
    <message>
        <source>moved first</source>
        <translation>bewegte sich zuerst</translation>
    </message>
    <message>
        <source>greatest age</source>
        <translation>größtes Alter</translation>
    </message>
    <message>
        <source>least headroom</source>
        <translation>kleinste Reserve</translation>
    </message>
    <message>
        <source>commits with holes</source>
        <translation>Commits mit Lücken</translation>
    </message>
    <message>
        <source>offsets left out</source>
        <translation>ausgelassene Offsets</translation>
    </message>
    <message>
        <source>offsets committed twice</source>
        <translation>doppelt bestätigte Offsets</translation>
    </message>
    <message>
        <source>offsets lost to retention</source>
        <translation>an die Retention verlorene Offsets</translation>
    </message>
    <message>
        <source>recovery waited on</source>
        <translation>Erholung wartete auf</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>steps nobody planned</source>
        <translation>ungeplante Schritte</translation>
    </message>
    <message>
        <source>new findings</source>
        <translation>neue Befunde</translation>
    </message>
    <message>
        <source>Expected signals</source>
        <translation>Erwartete Signale</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Asked of people</source>
        <translation>Menschen gefragt</translation>
    </message>
    <message>
        <source>Why this verdict</source>
        <translation>Warum dieses Urteil</translation>
    </message>
    <message>
        <source>Steady state before</source>
        <translation>Ruhezustand zuvor</translation>
    </message>
    <message>
        <source>Steady state now</source>
        <translation>Ruhezustand jetzt</translation>
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
        <translation>Transaktionsmarken, keine Datensätze</translation>
    </message>
    <message>
        <source>compaction holes, no records</source>
        <translation>Lücken der Compaction, keine Datensätze</translation>
    </message>
    <message>
        <source>an open transaction</source>
        <translation>eine offene Transaktion</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>the table itself says the offset</source>
        <translation>die Tabelle selbst nennt den Offset</translation>
    </message>
    <message>
        <source>joined through the writer&apos;s own log or checkpoint</source>
        <translation>verknüpft über das eigene Log oder den Checkpoint des Schreibers</translation>
    </message>
    <message>
        <source>an upper bound from data or times; holes below it cannot be seen</source>
        <translation>eine Obergrenze aus Daten oder Zeiten; Lücken darunter sind nicht zu sehen</translation>
    </message>
    <message>
        <source>nothing says which offsets the table holds</source>
        <translation>nichts sagt, welche Offsets die Tabelle enthält</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>gleichauf</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>will lose</source>
        <translation>wird verlieren</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>table ahead</source>
        <translation>Tabelle voraus</translation>
    </message>
    <message>
        <source>duplicate risk</source>
        <translation>Duplikate möglich</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>zuerst gesehen</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>lückenlos</translation>
    </message>
    <message>
        <source>hole</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
</context>
<context>
    <name>GrowthWords</name>
    <message>
        <source>kept for %1</source>
        <translation>für %1 gehalten</translation>
    </message>
    <message>
        <source>%1 times as much produced</source>
        <translation>%1-mal so viel produziert</translation>
    </message>
    <message>
        <source>No topics</source>
        <translation>Keine Topics</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>produced since %1</source>
        <translation>produziert seit %1</translation>
    </message>
    <message numerus="yes">
        <source>How much %n topic(s) hold is not known</source>
        <translation>
            <numerusform>Wie viel %n Topic hält, ist nicht bekannt</numerusform>
            <numerusform>Wie viel %n Topics halten, ist nicht bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Bytes need a metrics source that tells the size of logs; tidemark size --record-bytes takes what a record has.</source>
        <translation>Bytes brauchen eine Metrikquelle, die die Größe der Logs sagt; tidemark size --record-bytes nimmt, was ein Datensatz hat.</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n Topic</numerusform>
            <numerusform>%n Topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How much %n of them hold is not known: there is no sum.</source>
        <translation>
            <numerusform>Wie viel %n davon hält, ist nicht bekannt: Es gibt keine Summe.</numerusform>
            <numerusform>Wie viel %n davon halten, ist nicht bekannt: Es gibt keine Summe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) hold %1</source>
        <translation>
            <numerusform>%n Topic hält %1</numerusform>
            <numerusform>%n Topics halten %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A day brings %1. In 30 days: %2.</source>
        <translation>Ein Tag bringt %1. In 30 Tagen: %2.</translation>
    </message>
    <message>
        <source>What if %1: %2.</source>
        <translation>Was wäre, wenn %1: %2.</translation>
    </message>
    <message>
        <source>no line: how much is held is not known (%1)</source>
        <translation>keine Linie: Wie viel gehalten wird, ist nicht bekannt (%1)</translation>
    </message>
    <message>
        <source>no line: %1</source>
        <translation>keine Linie: %1</translation>
    </message>
    <message>
        <source>modelled: %1 now, %2 in 30 days; what if: %3</source>
        <translation>modelliert: jetzt %1, in 30 Tagen %2; was wäre: %3</translation>
    </message>
    <message>
        <source>modelled: %1 now, %2 in 30 days</source>
        <translation>modelliert: jetzt %1, in 30 Tagen %2</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>%1 not landed</source>
        <translation>%1 nicht gelandet</translation>
    </message>
    <message>
        <source>, the oldest record that is in no snapshot %1 old</source>
        <translation>, der älteste Datensatz ohne Snapshot ist %1 alt</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 ungelesen</translation>
    </message>
    <message>
        <source>, the oldest %1 old</source>
        <translation>, der älteste ist %1 alt</translation>
    </message>
    <message>
        <source>%1 read, not landed</source>
        <translation>%1 gelesen, nicht gelandet</translation>
    </message>
    <message>
        <source> since %1</source>
        <translation> seit %1</translation>
    </message>
    <message>
        <source>tables (no catalog has been recorded)</source>
        <translation>Tabellen (kein Katalog ist aufgezeichnet)</translation>
    </message>
    <message>
        <source>connectors (no Kafka Connect has been recorded)</source>
        <translation>Connectors (kein Kafka Connect ist aufgezeichnet)</translation>
    </message>
    <message>
        <source>Cannot see: %1.</source>
        <translation>Nicht zu sehen: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>. Not landed: %1. Unread: %2.</source>
        <translation>. Nicht gelandet: %1. Ungelesen: %2.</translation>
    </message>
    <message>
        <source>; safe until %1</source>
        <translation>; sicher bis %1</translation>
    </message>
    <message>
        <source> Unread: %1.</source>
        <translation> Ungelesen: %1.</translation>
    </message>
    <message>
        <source>No paths</source>
        <translation>Keine Pfade</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.</source>
        <translation>Noch ist über keine Gruppe und kein Topic etwas aufgezeichnet.</translation>
    </message>
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
        <source>%1 of %2 late</source>
        <translation>%1 von %2 zu spät</translation>
    </message>
    <message>
        <source>%1 of %2 fine</source>
        <translation>%1 von %2 in Ordnung</translation>
    </message>
    <message>
        <source>Nothing that is known is late.</source>
        <translation>Nichts, was bekannt ist, ist zu spät.</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>Nichts ist zu spät.</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s), none of them known</source>
        <translation>
            <numerusform>%n Pfad, sein Zustand unbekannt</numerusform>
            <numerusform>%n Pfade, keiner davon bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>There is not enough history yet, or the sources do not answer.</source>
        <translation>Der Verlauf reicht noch nicht, oder die Quellen antworten nicht.</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>How old the end of this path is, is not known: %1.</source>
        <translation>Wie alt das Ende dieses Pfads ist, ist nicht bekannt: %1.</translation>
    </message>
    <message>
        <source>The oldest record that has not arrived is %1 old.</source>
        <translation>Der älteste Datensatz, der nicht angekommen ist, ist %1 alt.</translation>
    </message>
    <message>
        <source>Everything that was produced has arrived.</source>
        <translation>Alles, was erzeugt wurde, ist angekommen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>Whether this path is late is not known: the oldest record that has not arrived is %1 old.</source>
        <translation>Ob dieser Pfad zu spät ist, ist nicht bekannt: Der älteste Datensatz, der nicht angekommen ist, ist %1 alt.</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>und andere</translation>
    </message>
    <message>
        <source>Moved first: %1.</source>
        <translation>Zuerst bewegte sich: %1.</translation>
    </message>
    <message>
        <source>Moved first, in an order that cannot be told: %1.</source>
        <translation>Zuerst bewegten sich, in unklarer Reihenfolge: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were abnormal before.</source>
        <translation>
            <numerusform>%n Sache war schon vorher auffällig.</numerusform>
            <numerusform>%n Sachen waren schon vorher auffällig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unchanged: %1.</source>
        <translation>Unverändert: %1.</translation>
    </message>
    <message>
        <source>Cannot see: %1.</source>
        <translation>Nicht zu sehen: %1.</translation>
    </message>
    <message>
        <source>Absence of findings is not proof of health.</source>
        <translation>Kein Befund ist kein Beweis für Gesundheit.</translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n hat sich bewegt</numerusform>
            <numerusform>%n haben sich bewegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing moved</source>
        <translation>Nichts hat sich bewegt</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation>Nichts ist bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n Spur</numerusform>
            <numerusform>%n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 folded</source>
        <translation>%1, %2 eingeklappt</translation>
    </message>
    <message>
        <source>%1, in steps of %2</source>
        <translation>%1, in Schritten von %2</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>cannot see</source>
        <translation>nicht zu sehen</translation>
    </message>
    <message>
        <source>so before</source>
        <translation>schon vorher</translation>
    </message>
    <message>
        <source>near it</source>
        <translation>in der Nähe</translation>
    </message>
    <message>
        <source>Samples are kept since %1. What is older stands in steps and is not judged.</source>
        <translation>Messwerte werden seit %1 aufbewahrt. Was älter ist, steht in Schritten und wird nicht beurteilt.</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>The history is too short to be compared with, or nobody looked.</source>
        <translation>Die Vorgeschichte ist zu kurz für einen Vergleich, oder niemand hat hingesehen.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Open the row; on the chart: the record&apos;s journey</source>
        <translation>Die Zeile öffnen; im Bild: den Weg des Datensatzes</translation>
    </message>
    <message>
        <source>Clear the filter or the crosshair</source>
        <translation>Den Filter oder das Fadenkreuz löschen</translation>
    </message>
    <message>
        <source>Crosshair one poll back or on</source>
        <translation>Fadenkreuz eine Abfrage zurück oder weiter</translation>
    </message>
    <message>
        <source>On the chart: zoom at the crosshair</source>
        <translation>Im Bild: am Fadenkreuz zoomen</translation>
    </message>
    <message>
        <source>Zoom at the cursor; the wheel alone pans</source>
        <translation>Am Zeiger zoomen; das Rad allein schiebt</translation>
    </message>
</context>
<context>
    <name>LagMapWords</name>
    <message>
        <source>No consumer groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>No lag of any group has been recorded in this window.</source>
        <translation>In diesem Zeitraum wurde kein Rückstand einer Gruppe aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 of %2 known in part</source>
        <translation>%1 von %2 zum Teil bekannt</translation>
    </message>
    <message>
        <source>Lag unknown</source>
        <translation>Rückstand unbekannt</translation>
    </message>
    <message>
        <source>No lag in this window</source>
        <translation>Kein Rückstand in diesem Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) by topic</source>
        <translation>
            <numerusform>%n Gruppe nach Topic</numerusform>
            <numerusform>%n Gruppen nach Topic</numerusform>
        </translation>
    </message>
    <message>
        <source>Highest: %1</source>
        <translation>Höchster: %1</translation>
    </message>
    <message>
        <source>%1 in %2, at %3</source>
        <translation>%1 in %2, um %3</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Producers</source>
        <translation>Producer</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Storage of the brokers</source>
        <translation>Speicher der Broker</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Object store</source>
        <translation>Objektspeicher</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Embedding, vector store</source>
        <translation>Embedding, Vektorspeicher</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>Sammler</translation>
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
    <name>LineageWords</name>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>bounded</source>
        <translation>begrenzt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>about</source>
        <translation>ungefähr</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model version</source>
        <translation>Modellversion</translation>
    </message>
    <message>
        <source>embedding model</source>
        <translation>Embedding-Modell</translation>
    </message>
    <message>
        <source>embedding version</source>
        <translation>Embedding-Version</translation>
    </message>
    <message>
        <source>chunking version</source>
        <translation>Chunking-Version</translation>
    </message>
    <message>
        <source>transform version</source>
        <translation>Transformationsversion</translation>
    </message>
    <message>
        <source>metadata policy</source>
        <translation>Metadaten-Regel</translation>
    </message>
    <message>
        <source>access tag</source>
        <translation>Zugriffsmarke</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>deletions</source>
        <translation>Löschungen</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>goes on from</source>
        <translation>setzt fort</translation>
    </message>
</context>
<context>
    <name>MetricsWords</name>
    <message>
        <source>%1 of %2 sources</source>
        <translation>%1 von %2 Quellen</translation>
    </message>
    <message>
        <source>No metrics are collected</source>
        <translation>Keine Metriken werden gesammelt</translation>
    </message>
    <message>
        <source>What brokers, sinks and stores say of themselves is not seen.</source>
        <translation>Was Broker, Sinks und Speicher von sich sagen, wird nicht gesehen.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>What it measures now is unknown: %1</source>
        <translation>Was sie jetzt misst, ist unbekannt: %1</translation>
    </message>
    <message>
        <source>Nothing matched of %1</source>
        <translation>Nichts von %1 zugeordnet</translation>
    </message>
    <message>
        <source>It answers, but none of what it exposes is a signal that is known.</source>
        <translation>Sie antwortet, aber nichts davon ist ein bekanntes Signal.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>Every source answers.</source>
        <translation>Jede Quelle antwortet.</translation>
    </message>
    <message>
        <source>No source measures these layers: %1.</source>
        <translation>Keine Quelle misst diese Schichten: %1.</translation>
    </message>
    <message>
        <source>No metrics are collected. Name an endpoint in the profile:
%1
and start a collector: tidemark collect --profile FILE</source>
        <translation>Keine Metriken werden gesammelt. Im Profil einen Endpunkt nennen:
%1
und einen Sammler starten: tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>asked last</source>
        <translation>zuletzt gefragt</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>ohne Wert</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>It exposes no metric by which a preset knows these signals. What is exposed is read by: tidemark metrics --parse FILE</source>
        <translation>Sie bietet keine Metrik, an der eine Vorlage diese Signale erkennt. Was sie bietet, liest: tidemark metrics --parse FILE</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>%1 exposes no metric that is known for it; it would tell of this layer.</source>
        <translation>%1 bietet keine Metrik, die dafür bekannt ist; sie würde von dieser Schicht berichten.</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>scraped</source>
        <translation>abgefragt</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>, nothing in this window</source>
        <translation>, nichts in diesem Zeitfenster</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopieren</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>von %1 von %2 Partitionen; die anderen sind unbekannt</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>not landed</source>
        <translation>nicht gelandet</translation>
    </message>
    <message>
        <source>over its budget</source>
        <translation>über dem Budget</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>near its budget</source>
        <translation>nahe am Budget</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>, %1 %</source>
        <translation>, %1 %</translation>
    </message>
    <message>
        <source>at least %1, as a hop is not seen: %2</source>
        <translation>mindestens %1, weil ein Abschnitt nicht zu sehen ist: %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>at most %1, at least %2</source>
        <translation>höchstens %1, mindestens %2</translation>
    </message>
</context>
<context>
    <name>ProvenanceWords</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>This</source>
        <translation>Das</translation>
    </message>
    <message>
        <source>Snapshot %1 of %2</source>
        <translation>Snapshot %1 von %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Whole: every partition reaches %1.</source>
        <translation>Vollständig: Jede Partition reicht bis %1.</translation>
    </message>
    <message>
        <source>Not whole: %1 of %2 partitions do not reach %3.</source>
        <translation>Nicht vollständig: %1 von %2 Partitionen reichen nicht bis %3.</translation>
    </message>
    <message>
        <source>Whether it is whole at %1 cannot be told.</source>
        <translation>Ob es um %1 vollständig ist, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>How the one follows on the other cannot be told.</source>
        <translation>Wie der eine auf den anderen folgt, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>The one follows on the other: %1.</source>
        <translation>Der eine folgt auf den anderen: %1.</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after.</source>
        <translation>%1: vorher %2, nachher %3.</translation>
    </message>
    <message>
        <source>No runs</source>
        <translation>Keine Läufe</translation>
    </message>
    <message>
        <source>Cannot answer</source>
        <translation>Keine Antwort möglich</translation>
    </message>
    <message>
        <source>No run is registered</source>
        <translation>Kein Lauf ist registriert</translation>
    </message>
    <message>
        <source>Which data did this model see? Register a run: tidemark lineage register RUN --model M --input TABLE@SNAPSHOT, or tidemark lineage import FILE of OpenLineage or MLflow.</source>
        <translation>Welche Daten hat dieses Modell gesehen? Einen Lauf registrieren: tidemark lineage register RUN --model M --input TABLE@SNAPSHOT, oder tidemark lineage import FILE von OpenLineage oder MLflow.</translation>
    </message>
    <message>
        <source>Which data was seen is not known</source>
        <translation>Welche Daten gesehen wurden, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1: cannot answer because %2.</source>
        <translation>%1: keine Antwort möglich, weil: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 offsets of %n partition(s): %2</source>
        <translation>
            <numerusform>%1 Offsets von %n Partition: %2</numerusform>
            <numerusform>%1 Offsets von %n Partitionen: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 saw these data.</source>
        <translation>%1 hat diese Daten gesehen.</translation>
    </message>
    <message>
        <source>Against %1: %2</source>
        <translation>Gegen %1: %2</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>endete</translation>
    </message>
    <message>
        <source>source snapshots</source>
        <translation>Quell-Snapshots</translation>
    </message>
    <message>
        <source>not exact because</source>
        <translation>nicht exakt, weil</translation>
    </message>
    <message>
        <source>certainly not seen</source>
        <translation>sicher nicht gesehen</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>by %1 at %2</source>
        <translation>von %1 um %2</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>Prüfsumme</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>%1 is gone</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1, written %2</source>
        <translation>%1, geschrieben %2</translation>
    </message>
</context>
<context>
    <name>ReplayWords</name>
    <message>
        <source>Through at %1.</source>
        <translation>Durch um %1.</translation>
    </message>
    <message>
        <source>%1 read again, %2 left.</source>
        <translation>%1 erneut gelesen, %2 übrig.</translation>
    </message>
    <message>
        <source>From %1 on retention takes records that are not read yet.</source>
        <translation>Ab %1 nimmt die Retention Datensätze, die noch nicht gelesen sind.</translation>
    </message>
    <message>
        <source>When it is through cannot be told: %1.</source>
        <translation>Wann es durch ist, ist unklar: %1.</translation>
    </message>
    <message>
        <source>%1: %2 old, %3 before</source>
        <translation>%1: %2 alt, vorher %3</translation>
    </message>
    <message>
        <source>No replay</source>
        <translation>Kein Replay</translation>
    </message>
    <message>
        <source>No group reads again what it had read, and nobody declared that one will.</source>
        <translation>Keine Gruppe liest erneut, was sie gelesen hatte, und niemand hat es angekündigt.</translation>
    </message>
    <message>
        <source>, slower than retention</source>
        <translation>, langsamer als die Retention</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s)</source>
        <translation>
            <numerusform>%n Replay</numerusform>
            <numerusform>%n Replays</numerusform>
        </translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>until it is live</source>
        <translation>bis es live ist</translation>
    </message>
    <message>
        <source>a range</source>
        <translation>ein Bereich</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>genehmigt von</translation>
    </message>
    <message>
        <source>declared by</source>
        <translation>angekündigt von</translation>
    </message>
    <message>
        <source>throttle</source>
        <translation>Drosselung</translation>
    </message>
    <message>
        <source>idempotent</source>
        <translation>idempotent</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>angekündigt</translation>
    </message>
    <message>
        <source>By nobody: tidemark replay declare says why and by whom.</source>
        <translation>Von niemandem: tidemark replay declare sagt, warum und von wem.</translation>
    </message>
    <message>
        <source>drains, 2 min</source>
        <translation>nimmt ab, 2 min</translation>
    </message>
    <message>
        <source>drains, 20 min</source>
        <translation>nimmt ab, 20 min</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>live groups</source>
        <translation>Live-Leser</translation>
    </message>
    <message>
        <source>forecasts before</source>
        <translation>frühere Prognosen</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s); the band held in %1</source>
        <translation>
            <numerusform>%n Replay; das Band hielt in %1</numerusform>
            <numerusform>%n Replays; das Band hielt in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>n/a</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>freigestellt</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>Freistellung</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>evidence %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>durchgefallen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>attested</source>
        <translation>bezeugt</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>something else makes up for it</source>
        <translation>anderes gleicht es aus</translation>
    </message>
    <message>
        <source>the risk is accepted</source>
        <translation>das Risiko wird getragen</translation>
    </message>
    <message>
        <source>not detected</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>ein Mensch</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>raised by %1, the evidence says %2: %3</source>
        <translation>von %1 angehoben, die Belege sagen %2: %3</translation>
    </message>
    <message>
        <source>lowered by %1, the evidence says %2: %3</source>
        <translation>von %1 gesenkt, die Belege sagen %2: %3</translation>
    </message>
    <message>
        <source>Over: the evidence does not say any more what it was given for</source>
        <translation>Vorbei: die Belege sagen nicht mehr, wofür sie erteilt wurde</translation>
    </message>
    <message>
        <source>Over since %1</source>
        <translation>Vorbei seit %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>%1; %2: %3; asked for by %4, approved by %5</source>
        <translation>%1; %2: %3; erbeten von %4, genehmigt von %5</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>cause unknown</source>
        <translation>Ursache unbekannt</translation>
    </message>
    <message>
        <source>%1 %2 → %3 (%4)</source>
        <translation>%1 %2 → %3 (%4)</translation>
    </message>
    <message>
        <source>, %1 not known</source>
        <translation>, %1 nicht bekannt</translation>
    </message>
    <message>
        <source>%1 of %2 minutes on time</source>
        <translation>%1 von %2 Minuten pünktlich</translation>
    </message>
    <message>
        <source>%1 of %2 commits follow on</source>
        <translation>%1 von %2 Commits schließen an</translation>
    </message>
    <message>
        <source>%1 wanted, retention unknown</source>
        <translation>%1 gewünscht, Retention unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 can be read again</source>
        <translation>%1 von %2 können noch einmal gelesen werden</translation>
    </message>
    <message>
        <source>%1 wanted, headroom unknown</source>
        <translation>%1 gewünscht, Reserve unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2 of headroom</source>
        <translation>%1 von %2 Reserve</translation>
    </message>
    <message>
        <source>%1 of headroom or more</source>
        <translation>%1 Reserve oder mehr</translation>
    </message>
    <message>
        <source>%1 seen</source>
        <translation>%1 gesehen</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>when it recovered is unknown</source>
        <translation>wann es sich erholte, ist unbekannt</translation>
    </message>
    <message>
        <source>recovered in %1, %2 too late</source>
        <translation>erholt in %1, %2 zu spät</translation>
    </message>
    <message>
        <source>recovered in %1</source>
        <translation>erholt in %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>Abdeckung %1</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1, %2 alt</translation>
    </message>
</context>
<context>
    <name>SayWords</name>
    <message>
        <source>What it is of</source>
        <translation>Wovon es handelt</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es bewirkt</translation>
    </message>
</context>
<context>
    <name>SchemasWords</name>
    <message>
        <source>%1 version %2 %3, %4</source>
        <translation>%1 Version %2 %3, %4</translation>
    </message>
    <message>
        <source>%1: %2 → %3, %4</source>
        <translation>%1: %2 → %3, %4</translation>
    </message>
    <message>
        <source>Records of %1 fail</source>
        <translation>Datensätze von %1 schlagen fehl</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>What it has now is unknown: %1</source>
        <translation>Was sie jetzt enthält, ist unbekannt: %1</translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <translation>%1 → %2, %3</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>its level</source>
        <translation>ihre Stufe</translation>
    </message>
    <message>
        <source>it was</source>
        <translation>zuvor</translation>
    </message>
    <message>
        <source>its mode</source>
        <translation>ihr Modus</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>softly</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>No schema registry is watched</source>
        <translation>Keine Schema-Registry wird beobachtet</translation>
    </message>
    <message>
        <source>Whether a schema changed before records failed cannot be told.</source>
        <translation>Ob sich ein Schema änderte, bevor Datensätze fehlschlugen, lässt sich nicht sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n Subject</numerusform>
            <numerusform>%n Subjects</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed since %2</source>
        <translation>%1 geändert seit %2</translation>
    </message>
    <message>
        <source>none changed since %1</source>
        <translation>keines geändert seit %1</translation>
    </message>
    <message numerus="yes">
        <source>, %n not checked</source>
        <translation>
            <numerusform>, %n ungeprüft</numerusform>
            <numerusform>, %n ungeprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Every registry answers.</source>
        <translation>Jede Registry antwortet.</translation>
    </message>
    <message>
        <source>Last change: %1.</source>
        <translation>Letzte Änderung: %1.</translation>
    </message>
    <message>
        <source>%1 has not answered yet: %2</source>
        <translation>%1 hat noch nicht geantwortet: %2</translation>
    </message>
    <message>
        <source>The registry has no subject.</source>
        <translation>Die Registry hat kein Subject.</translation>
    </message>
    <message>
        <source>No schema registry is watched. Name one in the profile:
%1
and start a collector: tidemark collect --profile FILE</source>
        <translation>Keine Schema-Registry wird beobachtet. Im Profil eine nennen:
%1
und einen Sammler starten: tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>records fail</source>
        <translation>Datensätze schlagen fehl</translation>
    </message>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <source>compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>unknown: no topic has its name</source>
        <translation>unbekannt: kein Topic heißt so</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>letzte Änderung</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>%1 is not asked any more</source>
        <translation>%1 wird nicht mehr gefragt</translation>
    </message>
</context>
<context>
    <name>ScorecardWords</name>
    <message>
        <source>%1 strong</source>
        <translation>%1 stark</translation>
    </message>
    <message>
        <source>%1 to improve</source>
        <translation>%1 zu verbessern</translation>
    </message>
    <message>
        <source>%1 weak</source>
        <translation>%1 schwach</translation>
    </message>
    <message>
        <source>%1 waived</source>
        <translation>%1 freigestellt</translation>
    </message>
    <message>
        <source>%1 not applicable</source>
        <translation>%1 nicht zutreffend</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): </source>
        <translation>
            <numerusform>%n Zeile: </numerusform>
            <numerusform>%n Zeilen: </numerusform>
        </translation>
    </message>
    <message>
        <source>counts until %1</source>
        <translation>zählt bis %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>nothing is rated</source>
        <translation>nichts ist bewertet</translation>
    </message>
    <message numerus="yes">
        <source>score %1 in %n row(s)</source>
        <translation>
            <numerusform>%1 Punkte in %n Zeile</numerusform>
            <numerusform>%1 Punkte in %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>No review was frozen before.</source>
        <translation>Zuvor wurde keine Bewertung eingefroren.</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message numerus="yes">
        <source>No rating changed; %n thing(s) beneath did.</source>
        <translation>
            <numerusform>Keine Wertung hat sich geändert, darunter aber %n Sache.</numerusform>
            <numerusform>Keine Wertung hat sich geändert, darunter aber %n Sachen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>No review</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <source>No scorecard</source>
        <translation>Keine Scorecard</translation>
    </message>
    <message>
        <source>The card has no rows.</source>
        <translation>Die Karte hat keine Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), 0 evidence: all red until evidenced</source>
        <translation>
            <numerusform>%n Zeile, 0 Belege: rot, bis belegt ist</numerusform>
            <numerusform>%n Zeilen, 0 Belege: alle rot, bis belegt ist</numerusform>
        </translation>
    </message>
    <message>
        <source>tidemark scorecard evidence --take measures what can be measured and stores it.</source>
        <translation>tidemark scorecard evidence --take misst, was sich messen lässt, und legt es ab.</translation>
    </message>
    <message>
        <source>Weakest: %1.</source>
        <translation>Am schwächsten: %1.</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>Seit %1: %2</translation>
    </message>
    <message>
        <source>%1, frozen as %2 at %3</source>
        <translation>%1, eingefroren als %2 um %3</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Eigner</translation>
    </message>
    <message>
        <source>said</source>
        <translation>gesagt</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>Freistellung</translation>
    </message>
    <message>
        <source>because</source>
        <translation>weil</translation>
    </message>
    <message>
        <source>to raise it</source>
        <translation>zum Anheben</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>none counts: it is unknown</source>
        <translation>keiner zählt: es ist unbekannt</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>measured by</source>
        <translation>gemessen durch</translation>
    </message>
    <message>
        <source>1 looks like</source>
        <translation>1 heißt</translation>
    </message>
    <message>
        <source>5 looks like</source>
        <translation>5 heißt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>n/a</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>freigestellt</translation>
    </message>
    <message>
        <source>raised by %1</source>
        <translation>angehoben von %1</translation>
    </message>
    <message>
        <source>lowered by %1</source>
        <translation>gesenkt von %1</translation>
    </message>
    <message>
        <source>No row is weak.</source>
        <translation>Keine Zeile ist schwach.</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Reife</translation>
    </message>
    <message>
        <source>CHANGED SINCE %1</source>
        <translation>GEÄNDERT SEIT %1</translation>
    </message>
    <message>
        <source>CHANGED</source>
        <translation>GEÄNDERT</translation>
    </message>
    <message>
        <source>WEAKEST</source>
        <translation>AM SCHWÄCHSTEN</translation>
    </message>
    <message>
        <source>LARGEST RISKS</source>
        <translation>GRÖSSTE RISIKEN</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Why, in a line</source>
        <translation>Warum, in einer Zeile</translation>
    </message>
    <message>
        <source>WHAT IS SHOWN, THE WORST FIRST</source>
        <translation>WAS GEZEIGT IST, DAS SCHLECHTESTE ZUERST</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>EVIDENCE</source>
        <translation>BELEGE</translation>
    </message>
    <message>
        <source>None that counts: what is not shown is unknown, never a pass.</source>
        <translation>Keiner zählt: was nicht gezeigt ist, ist unbekannt, nie bestanden.</translation>
    </message>
    <message>
        <source>EVIDENCE (%1)</source>
        <translation>BELEGE (%1)</translation>
    </message>
    <message>
        <source>outcome %1</source>
        <translation>Ergebnis %1</translation>
    </message>
    <message>
        <source>tested %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Eigner %1</translation>
    </message>
    <message>
        <source>owner unknown</source>
        <translation>Eigner unbekannt</translation>
    </message>
    <message>
        <source>SAID BY A PERSON</source>
        <translation>VON EINEM MENSCHEN GESAGT</translation>
    </message>
    <message>
        <source>WAIVER</source>
        <translation>FREISTELLUNG</translation>
    </message>
    <message>
        <source>BECAUSE</source>
        <translation>WEIL</translation>
    </message>
    <message>
        <source>TO RAISE IT</source>
        <translation>ZUM ANHEBEN</translation>
    </message>
    <message>
        <source>THRESHOLD</source>
        <translation>SCHWELLE</translation>
    </message>
    <message>
        <source>1 LOOKS LIKE</source>
        <translation>1 HEISST</translation>
    </message>
    <message>
        <source>5 LOOKS LIKE</source>
        <translation>5 HEISST</translation>
    </message>
    <message>
        <source>several owners</source>
        <translation>mehrere Eigner</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Nothing would raise a score.</source>
        <translation>Nichts würde Punkte anheben.</translation>
    </message>
    <message>
        <source>What would raise the scores, the weakest rows first</source>
        <translation>Was die Punkte anheben würde, die schwächsten Zeilen zuerst</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigner</translation>
    </message>
    <message>
        <source>Evidence ends</source>
        <translation>Belege enden</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1: evidence</source>
        <translation>%1: Belege</translation>
    </message>
    <message>
        <source>says</source>
        <translation>sagt</translation>
    </message>
    <message>
        <source>counts until %1 · hash %2</source>
        <translation>zählt bis %1 · Prüfsumme %2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <translation>Geändert seit %1</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>frozen at %1</source>
        <translation>eingefroren um %1</translation>
    </message>
    <message>
        <source>No review was frozen before.</source>
        <translation>Zuvor wurde keine Bewertung eingefroren.</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Up and down choose, Enter opens</source>
        <translation>Auf und ab wählen, Eingabe öffnet</translation>
    </message>
    <message>
        <source>evidence frozen %1 UTC</source>
        <translation>Belege eingefroren %1 UTC</translation>
    </message>
    <message>
        <source>not a milestone</source>
        <translation>kein Meilenstein</translation>
    </message>
    <message>
        <source>Tidemark · %1 · rules %2 · %3 %4</source>
        <translation>Tidemark · %1 · Regeln %2 · %3 %4</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>Prüfsumme</translation>
    </message>
</context>
<context>
    <name>TableFilesWords</name>
    <message>
        <source>never: %1</source>
        <translation>nie: %1</translation>
    </message>
    <message>
        <source>never: the first version is there</source>
        <translation>nie: die erste Version ist da</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>, of %1</source>
        <translation>, von %1</translation>
    </message>
    <message>
        <source>, reads %1</source>
        <translation>, gelesen als %1</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) their files</source>
        <translation>
            <numerusform>%n nennt ihre Dateien</numerusform>
            <numerusform>%n nennen ihre Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Smallest files: %1, %2 on average in %3 files.</source>
        <translation>Kleinste Dateien: %1, im Mittel %2 in %3 Dateien.</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) with delete files, which every reader has to read.</source>
        <translation>
            <numerusform>%n Tabelle mit Löschdateien, die jeder Leser lesen muss.</numerusform>
            <numerusform>%n Tabellen mit Löschdateien, die jeder Leser lesen muss.</numerusform>
        </translation>
    </message>
    <message>
        <source>No table tells its files; the facts of each say why.</source>
        <translation>Keine Tabelle nennt ihre Dateien; warum, steht bei jeder.</translation>
    </message>
    <message>
        <source>No table is watched. Name its catalog in a profile:
%1
and watch with it:
tidemark collect --profile FILE</source>
        <translation>Es wird keine Tabelle beobachtet. Nennen Sie ihren Katalog in einem Profil:
%1
und beobachten Sie damit:
tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>data files</source>
        <translation>Datendateien</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>mean file size</source>
        <translation>mittlere Dateigröße</translation>
    </message>
    <message>
        <source>delete files</source>
        <translation>Löschdateien</translation>
    </message>
    <message>
        <source>deletion vectors</source>
        <translation>Löschvektoren</translation>
    </message>
    <message>
        <source>position deletes</source>
        <translation>Positionslöschungen</translation>
    </message>
    <message>
        <source>equality deletes</source>
        <translation>Wertlöschungen</translation>
    </message>
    <message>
        <source>versions kept</source>
        <translation>behaltene Versionen</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>compacted</source>
        <translation>kompaktiert</translation>
    </message>
    <message>
        <source>cleaned up</source>
        <translation>aufgeräumt</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>Schreiber</translation>
    </message>
    <message>
        <source>newest version</source>
        <translation>neueste Version</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>committet</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>angesehen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>no change is known</source>
        <translation>keine Änderung bekannt</translation>
    </message>
    <message>
        <source>carries</source>
        <translation>trägt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing in this window</source>
        <translation>nichts in diesem Fenster</translation>
    </message>
    <message>
        <source>schema, by then</source>
        <translation>Schema, bis dahin</translation>
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
    <message>
        <source>rebuilt, not collected, until %1</source>
        <translation>bis %1 rekonstruiert, nicht gesammelt</translation>
    </message>
</context>
<context>
    <name>TopicsWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is enough, %2 required</source>
        <translation>%1 genügt, verlangt ist %2</translation>
    </message>
    <message>
        <source>%1 is not enough, %2 required</source>
        <translation>%1 genügt nicht, verlangt ist %2</translation>
    </message>
    <message>
        <source>cannot be told: configured is %1, required %2</source>
        <translation>nicht zu sagen: eingestellt ist %1, verlangt %2</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>unbekannt (%1)</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>nothing: no path runs over it</source>
        <translation>nichts: kein Pfad führt darüber</translation>
    </message>
    <message>
        <source>%1 of %2 settings are not met</source>
        <translation>%1 von %2 Einstellungen sind nicht erfüllt</translation>
    </message>
    <message>
        <source>%1 of %2 settings are unknown</source>
        <translation>%1 von %2 Einstellungen sind unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>all %n setting(s) are met</source>
        <translation>
            <numerusform>die %n Einstellung ist erfüllt</numerusform>
            <numerusform>alle %n Einstellungen sind erfüllt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>As many rows as the log has records.</source>
        <translation>So viele Zeilen, wie das Log Datensätze hat.</translation>
    </message>
    <message>
        <source>Fewer rows than records: the rest is filtered, in another table, or lost.</source>
        <translation>Weniger Zeilen als Datensätze: der Rest ist gefiltert, in einer anderen Tabelle oder verloren.</translation>
    </message>
    <message>
        <source>More rows than records: duplicates, or several rows of one record.</source>
        <translation>Mehr Zeilen als Datensätze: Duplikate, oder mehrere Zeilen aus einem Datensatz.</translation>
    </message>
    <message>
        <source>More rows than the log has offsets there: duplicates, or several rows of one record.</source>
        <translation>Mehr Zeilen, als das Log dort Offsets hat: Duplikate, oder mehrere Zeilen aus einem Datensatz.</translation>
    </message>
    <message>
        <source>Cannot tell: nobody says which offsets the snapshot covers.</source>
        <translation>Unklar: niemand sagt, welche Offsets der Snapshot abdeckt.</translation>
    </message>
    <message>
        <source>Cannot tell: the snapshot does not say how many rows it added.</source>
        <translation>Unklar: der Snapshot sagt nicht, wie viele Zeilen er hinzugefügt hat.</translation>
    </message>
    <message>
        <source>Cannot tell: offsets bound the records from above only, because markers, holes and aborted records take offsets too.</source>
        <translation>Unklar: Offsets begrenzen die Datensätze nur von oben, denn auch Marken, Lücken und abgebrochene Datensätze belegen Offsets.</translation>
    </message>
    <message>
        <source>at most %1, not counted</source>
        <translation>höchstens %1, nicht gezählt</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>Einen Commit prüfen</translation>
    </message>
    <message>
        <source>Verify the commit of %1</source>
        <translation>Den Commit von %1 prüfen</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>rows added</source>
        <translation>Zeilen hinzugefügt</translation>
    </message>
    <message>
        <source>records in the log</source>
        <translation>Datensätze im Log</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>to count them</source>
        <translation>zum Zählen</translation>
    </message>
    <message>
        <source>%1
with a profile whose cluster says that its records may be counted</source>
        <translation>%1
mit einem Profil, dessen Cluster erlaubt, seine Datensätze zu zählen</translation>
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
        <translation>%1: %2 ungelesen, ihr Alter ist unbekannt (%3)</translation>
    </message>
    <message>
        <source>No consumer groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group.</source>
        <translation>Noch ist über keine Gruppe etwas aufgezeichnet.</translation>
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
        <translation>Noch ist über kein Topic etwas aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <translation>%1 wird von %2 gelesen, %3 ungelesen, der älteste ist %4 alt.</translation>
    </message>
    <message>
        <source>Every reader that is known keeps up.</source>
        <translation>Jeder bekannte Leser hält mit.</translation>
    </message>
    <message>
        <source>No reader is known yet.</source>
        <translation>Noch ist kein Leser bekannt.</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>Keine Quellen</translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.</source>
        <translation>In diese Datei ist noch nichts gesammelt.</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>%1 von %2 Quellen gesund</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 last answered everything at %2.</source>
        <translation>%1 hat zuletzt um %2 alles beantwortet.</translation>
    </message>
    <message>
        <source>Every poll that was due is here or accounted for.</source>
        <translation>Jede fällige Abfrage ist da oder erklärt.</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>verweigert: %1</translation>
    </message>
    <message>
        <source>sum over %1 of %2 partitions: those the group has an offset in</source>
        <translation>Summe über %1 von %2 Partitionen: die, in denen die Gruppe einen Offset hat</translation>
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
        <translation>Kein Messwert in diesem Fenster. F zeigt alles, was da ist.</translation>
    </message>
    <message>
        <source>No group reads it. High mark %1.</source>
        <translation>Keine Gruppe liest es. High-Marke %1.</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>unbekannt (%1)</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>%1, the oldest %2 old</source>
        <translation>%1, der älteste ist %2 alt</translation>
    </message>
    <message>
        <source>At %1: unread by %2: %3.</source>
        <translation>Um %1: von %2 ungelesen: %3.</translation>
    </message>
    <message>
        <source>Not landed: %1.</source>
        <translation>Nicht gelandet: %1.</translation>
    </message>
    <message>
        <source>Open transaction: %1.</source>
        <translation>Offene Transaktion: %1.</translation>
    </message>
    <message>
        <source>a vertical distance is records, a horizontal one is time</source>
        <translation>senkrecht sind es Datensätze, waagrecht ist es Zeit</translation>
    </message>
    <message>
        <source>No connectors</source>
        <translation>Keine Connectors</translation>
    </message>
    <message>
        <source>Nothing has been recorded about Kafka Connect.</source>
        <translation>Noch ist über Kafka Connect nichts aufgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n pausiert</numerusform>
            <numerusform>%n pausiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s)</source>
        <translation>
            <numerusform>%n Connector</numerusform>
            <numerusform>%n Connectors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s) fine</source>
        <translation>
            <numerusform>%n Connector in Ordnung</numerusform>
            <numerusform>%n Connectors in Ordnung</numerusform>
        </translation>
    </message>
    <message>
        <source>Of some of them nothing certain is known.</source>
        <translation>Von einigen ist nichts Sicheres bekannt.</translation>
    </message>
    <message>
        <source>Every task that should run runs and reads.</source>
        <translation>Jeder Task, der laufen soll, läuft und liest.</translation>
    </message>
    <message>
        <source>%1 of %2 connectors in trouble</source>
        <translation>%1 von %2 Connectors gestört</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>, seit %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>; %1</source>
        <translation>; %1</translation>
    </message>
</context>
<context>
    <name>tidemark::AlignModel</name>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>von %1 von %2 Partitionen; die anderen sind unbekannt</translation>
    </message>
    <message>
        <source>re-reads %1</source>
        <translation>liest %1 erneut</translation>
    </message>
    <message>
        <source>re-reads nothing</source>
        <translation>liest nichts erneut</translation>
    </message>
    <message>
        <source>%1 in no snapshot</source>
        <translation>%1 in keinem Snapshot</translation>
    </message>
    <message>
        <source>up to %1 twice unless idempotent</source>
        <translation>bis zu %1 doppelt, wenn nicht idempotent</translation>
    </message>
    <message>
        <source>Table, partition</source>
        <translation>Tabelle, Partition</translation>
    </message>
    <message>
        <source>Tables, and the partitions that feed them</source>
        <translation>Tabellen, und die Partitionen, die sie speisen</translation>
    </message>
    <message>
        <source>floor | table | group | high</source>
        <translation>floor|Tabelle|Gruppe|high</translation>
    </message>
    <message>
        <source>What is landed, not landed and unread of what the log holds</source>
        <translation>Was von dem, was das Log enthält, gelandet, nicht gelandet und ungelesen ist</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What two pairs of samples prove of table and group</source>
        <translation>Was zwei Paare von Messwerten über Tabelle und Gruppe beweisen</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>Ungelandet</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>Offsets, an denen die Gruppe vorbei ist und die Tabelle nicht</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>Datensätze, die lesbar sind und nicht gelesen wurden</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since when the group is ahead of the table, UTC</source>
        <translation>Seit wann die Gruppe der Tabelle voraus ist, UTC</translation>
    </message>
    <message>
        <source>Table (next)</source>
        <translation>Tabelle (ab)</translation>
    </message>
    <message>
        <source>The next offset that is not in the table</source>
        <translation>Der nächste Offset, der nicht in der Tabelle ist</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>The group&apos;s offset: the next one that it reads</source>
        <translation>Der Offset der Gruppe: der nächste, den sie liest</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>The end of the log</source>
        <translation>Das Ende des Logs</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>How the table&apos;s offset is known</source>
        <translation>Woher der Offset der Tabelle bekannt ist</translation>
    </message>
    <message>
        <source>If the sink restarts now</source>
        <translation>Wenn der Sink jetzt neu startet</translation>
    </message>
    <message>
        <source>What is read again, what nobody reads again, what may come twice</source>
        <translation>Was erneut gelesen wird, was niemand mehr liest, was doppelt kommen kann</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n Partition</numerusform>
            <numerusform>%n Partitionen</numerusform>
        </translation>
    </message>
    <message>
        <source>floor %1, table %2, group %3, stable %4, high %5</source>
        <translation>floor %1, Tabelle %2, Gruppe %3, stable %4, high %5</translation>
    </message>
    <message>
        <source>the table is ahead of the group by %1</source>
        <translation>die Tabelle ist der Gruppe um %1 voraus</translation>
    </message>
    <message>
        <source>late after %1 (assumed)</source>
        <translation>zu spät nach %1 (angenommen)</translation>
    </message>
    <message>
        <source>late after %1</source>
        <translation>zu spät nach %1</translation>
    </message>
    <message>
        <source>it reads on from %1</source>
        <translation>er liest ab %1 weiter</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparedModel</name>
    <message>
        <source>Where the gap grew</source>
        <translation>Wo der Rückstand wuchs</translation>
    </message>
    <message>
        <source>The parts in which it grew most beyond their share of the partitions come first</source>
        <translation>Zuerst die Teile, in denen er am weitesten über ihren Anteil an den Partitionen hinaus wuchs</translation>
    </message>
    <message>
        <source>Of growth</source>
        <translation>Vom Zuwachs</translation>
    </message>
    <message>
        <source>Share of the records by which all gaps grew</source>
        <translation>Anteil an den Datensätzen, um die alle Rückstände wuchsen</translation>
    </message>
    <message>
        <source>If alike</source>
        <translation>Wenn gleich</translation>
    </message>
    <message>
        <source>What its share of the growth would be if all partitions were alike</source>
        <translation>Wie groß sein Anteil wäre, wenn alle Partitionen gleich wären</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Records that waited as a rule in the baseline: the median of its polls</source>
        <translation>Datensätze, die im Vergleichszeitraum in der Regel warteten: der Median seiner Abfragen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Records that waited as a rule in the window: the median of its polls</source>
        <translation>Datensätze, die im Fenster in der Regel warteten: der Median seiner Abfragen</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>How many were compared</source>
        <translation>Wie viele verglichen wurden</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectorModel</name>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>partly failed</source>
        <translation>teils fehlgeschlagen</translation>
    </message>
    <message>
        <source>not consuming</source>
        <translation>liest nicht</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>Zombie</translation>
    </message>
    <message>
        <source>rebalancing</source>
        <translation>im Rebalancing</translation>
    </message>
    <message>
        <source>commits no offset</source>
        <translation>bestätigt keinen Offset</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Connector, task</source>
        <translation>Connector, Task</translation>
    </message>
    <message>
        <source>Connectors of every Connect cluster, and their tasks</source>
        <translation>Connectors aller Connect-Cluster, und ihre Tasks</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Judged from what Connect says and what the consumer group shows</source>
        <translation>Beurteilt nach dem, was Connect meldet, und dem, was die Consumer-Gruppe zeigt</translation>
    </message>
    <message>
        <source>Connect says</source>
        <translation>Laut Connect</translation>
    </message>
    <message>
        <source>The state that Connect reports</source>
        <translation>Der Zustand, den Connect meldet</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since when it is judged so, UTC</source>
        <translation>Seit wann so geurteilt wird, UTC</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Host and port of the worker that runs it</source>
        <translation>Host und Port des Workers, auf dem er läuft</translation>
    </message>
    <message>
        <source>Group, member</source>
        <translation>Gruppe, Mitglied</translation>
    </message>
    <message>
        <source>The sink&apos;s consumer group, and each task&apos;s member in it</source>
        <translation>Die Consumer-Gruppe des Sinks, und das Mitglied jedes Tasks darin</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>The connector&apos;s topics, the task&apos;s partitions</source>
        <translation>Die Topics des Connectors, die Partitionen des Tasks</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>The tables that it writes</source>
        <translation>Die Tabellen, die er schreibt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The first line of the trace; Enter shows all of it</source>
        <translation>Die erste Zeile des Traces; Enter zeigt ihn ganz</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n Task</numerusform>
            <numerusform>%n Tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>Task %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>auf %1</translation>
    </message>
</context>
<context>
    <name>tidemark::DeadLetterModel</name>
    <message>
        <source>by its name</source>
        <translation>dem Namen nach</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Only its name suggests it.</source>
        <translation>Nur der Name legt es nahe.</translation>
    </message>
    <message>
        <source>At most: its offsets count what is no record, too.</source>
        <translation>Höchstens: Die Offsets zählen auch, was kein Datensatz ist.</translation>
    </message>
    <message>
        <source>From the first offset to the last.</source>
        <translation>Vom ersten Offset bis zum letzten.</translation>
    </message>
    <message>
        <source>The profile does not allow to read dead letters.</source>
        <translation>Das Profil erlaubt nicht, Dead Letters zu lesen.</translation>
    </message>
    <message>
        <source>No header says it.</source>
        <translation>Kein Header sagt es.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>füllt sich</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>no cause in the headers</source>
        <translation>keine Ursache in den Headern</translation>
    </message>
    <message>
        <source>The profile names it.</source>
        <translation>Das Profil nennt es.</translation>
    </message>
    <message>
        <source>The configuration of a connector names it.</source>
        <translation>Die Konfiguration eines Connectors nennt es.</translation>
    </message>
    <message>
        <source>Its own configuration says so.</source>
        <translation>Seine eigene Konfiguration sagt es.</translation>
    </message>
    <message>
        <source>The headers of its records say so.</source>
        <translation>Die Header seiner Datensätze sagen es.</translation>
    </message>
    <message>
        <source>Topic, cause</source>
        <translation>Topic, Ursache</translation>
    </message>
    <message>
        <source>Topics that take what could not be processed, and why it could not</source>
        <translation>Topics, die aufnehmen, was nicht verarbeitet werden konnte, und warum nicht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether more came in the last two minutes</source>
        <translation>Ob in den letzten zwei Minuten mehr kamen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>The topic that the records came from</source>
        <translation>Das Topic, aus dem die Datensätze kamen</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>The connector or the group that sets them aside</source>
        <translation>Der Connector oder die Gruppe, die sie beiseitelegt</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>At most, in the topic; of a cause, those that were read</source>
        <translation>Höchstens, im Topic; bei einer Ursache die gelesenen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Records that come per second</source>
        <translation>Datensätze, die je Sekunde kommen</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>How long the oldest one waits</source>
        <translation>Wie lange der älteste wartet</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>How long ago the newest one came</source>
        <translation>Vor welcher Zeit der neueste kam</translation>
    </message>
    <message>
        <source>Why, stage</source>
        <translation>Warum, Schritt</translation>
    </message>
    <message>
        <source>The exception that most have; of a cause, the stage it came from</source>
        <translation>Die Ausnahme der meisten; bei einer Ursache der Schritt, aus dem sie kam</translation>
    </message>
    <message>
        <source>By the time that the record carries, which may be that of the one that failed.</source>
        <translation>Nach der Zeit, die der Datensatz trägt; sie kann die des gescheiterten sein.</translation>
    </message>
    <message>
        <source>Of %1 that were read</source>
        <translation>Von %1 gelesenen</translation>
    </message>
</context>
<context>
    <name>tidemark::DemandModel</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>That reads</source>
        <translation>Die liest</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Members that own no partition</source>
        <translation>Mitglieder ohne Partition</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>For what is produced; known only while the group catches up</source>
        <translation>Für das, was produziert wird; nur bekannt, während die Gruppe aufholt</translation>
    </message>
    <message>
        <source>In a burst</source>
        <translation>Bei einem Schub</translation>
    </message>
    <message>
        <source>For what is produced in the highest bucket</source>
        <translation>Für das, was im höchsten Abschnitt produziert wird</translation>
    </message>
    <message>
        <source>Produced</source>
        <translation>Produziert</translation>
    </message>
    <message>
        <source>Of all topics that it reads</source>
        <translation>Aller Topics, die sie liest</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>By the group</source>
        <translation>Von der Gruppe</translation>
    </message>
    <message>
        <source>Each can</source>
        <translation>Jedes kann</translation>
    </message>
    <message>
        <source>What a member reads while the group catches up</source>
        <translation>Was ein Mitglied liest, während die Gruppe aufholt</translation>
    </message>
</context>
<context>
    <name>tidemark::DrillModel</name>
    <message>
        <source>%1 said so at %2</source>
        <translation>%1 sagte es um %2</translation>
    </message>
    <message>
        <source>never rehearsed</source>
        <translation>nie geübt</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>A template; beneath it the drills on record, by whose streams they were of</source>
        <translation>Eine Vorlage; darunter die aufgezeichneten Übungen, nach ihren Strömen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What a person said; of a drill that runs its state</source>
        <translation>Was ein Mensch sagte; bei einer laufenden Übung ihr Zustand</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When that was said, or the drill began, UTC</source>
        <translation>Wann das gesagt wurde oder die Übung begann, UTC</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Running, completed, aborted or interrupted</source>
        <translation>Läuft, beendet, abgebrochen oder unterbrochen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigner</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>Wer sie durchführt</translation>
    </message>
    <message>
        <source>proposed: %1</source>
        <translation>vorgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::DriverModel</name>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>What a bill follows from; there are no prices in here</source>
        <translation>Woraus eine Rechnung folgt; Preise sind hier keine</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>In its unit</source>
        <translation>In seiner Einheit</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Es ist</translation>
    </message>
    <message>
        <source>Measured, modelled, typed in or unknown</source>
        <translation>Gemessen, modelliert, eingegeben oder unbekannt</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What the number is, or why there is none</source>
        <translation>Was die Zahl ist oder warum es keine gibt</translation>
    </message>
</context>
<context>
    <name>tidemark::EventModel</name>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Detected, or told from outside</source>
        <translation>Erkannt oder von außen gemeldet</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When it was seen at the latest, UTC</source>
        <translation>Wann es spätestens gesehen wurde, UTC</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>Wo auf dem Weg der Daten</translation>
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
        <translation>Er erklärt, was sonst auf diesem Pfad gefunden wird.</translation>
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
        <translation>Die Regel, die angeschlagen hat; auf jedem Pfad führt eine</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>The path or table that it concerns</source>
        <translation>Der Pfad oder die Tabelle, um den oder die es geht</translation>
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
    <name>tidemark::GrowthModel</name>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>The largest first</source>
        <translation>Die größten zuerst</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>Hält jetzt</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>Alle Replikate</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Pro Tag</translation>
    </message>
    <message>
        <source>What it grows by, from what was produced</source>
        <translation>Um wie viel es wächst, aus dem Produzierten</translation>
    </message>
    <message>
        <source>Will hold</source>
        <translation>Wird halten</translation>
    </message>
    <message>
        <source>On brokers&apos; disks when retention takes as much as comes: modelled</source>
        <translation>Auf den Platten der Broker, wenn die Retention so viel nimmt, wie kommt: modelliert</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>As it is now, in 30 days: modelled</source>
        <translation>So wie es jetzt ist, in 30 Tagen: modelliert</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre</translation>
    </message>
    <message>
        <source>In 30 days under what is asked above: modelled</source>
        <translation>In 30 Tagen unter dem oben Gefragten: modelliert</translation>
    </message>
    <message>
        <source>Bytes are</source>
        <translation>Bytes sind</translation>
    </message>
    <message>
        <source>Measured, modelled from records, or unknown</source>
        <translation>Gemessen, aus Datensätzen modelliert oder unbekannt</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Whose pipeline reads it</source>
        <translation>Wessen Pipeline es liest</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>modelliert</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>eingegeben</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>compute headroom</source>
        <translation>Rechenreserve</translation>
    </message>
    <message>
        <source>broker disk</source>
        <translation>Broker-Platte</translation>
    </message>
    <message>
        <source>write amplification</source>
        <translation>Schreibverstärkung</translation>
    </message>
    <message>
        <source>object requests</source>
        <translation>Objektanfragen</translation>
    </message>
    <message>
        <source>catalog calls</source>
        <translation>Katalogaufrufe</translation>
    </message>
    <message>
        <source>worker hours</source>
        <translation>Worker-Stunden</translation>
    </message>
    <message>
        <source>replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>zone traffic</source>
        <translation>Zonenverkehr</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>observability</source>
        <translation>Beobachtbarkeit</translation>
    </message>
</context>
<context>
    <name>tidemark::HomeModel</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>From a topic to the group or table where it ends, by class</source>
        <translation>Von einem Topic zur Gruppe oder Tabelle, wo er endet, nach Klasse</translation>
    </message>
    <message>
        <source>Age against budget</source>
        <translation>Alter gegen Budget</translation>
    </message>
    <message>
        <source>Of the oldest record that has not arrived at the end; the tick is the target</source>
        <translation>Des ältesten Datensatzes, der nicht am Ende angekommen ist; der Strich ist das Ziel</translation>
    </message>
    <message>
        <source>Late since</source>
        <translation>Spät seit</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Of what waits</source>
        <translation>Dessen, was wartet</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Produced, readable, group, table, queryable: the first stage that waits</source>
        <translation>Erzeugt, lesbar, Gruppe, Tabelle, abfragbar: die erste Station, die wartet</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>Datensätze, die lesbar sind und nicht gelesen wurden</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>Ungelandet</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>Offsets, an denen die Gruppe vorbei ist und die Tabelle nicht</translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>Sicher bis</translation>
    </message>
    <message>
        <source>When the log&apos;s retention reaches what waits, UTC</source>
        <translation>Wann die Retention des Logs erreicht, was wartet, UTC</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran nicht stimmt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Wem er gehört</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n zu spät</numerusform>
            <numerusform>%n zu spät</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>gelesen von %1</translation>
    </message>
    <message>
        <source>pipeline %1</source>
        <translation>Pipeline %1</translation>
    </message>
    <message>
        <source>waits for: %1</source>
        <translation>wartet auf: %1</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>von %1 von %2 Partitionen; die anderen sind unbekannt</translation>
    </message>
</context>
<context>
    <name>tidemark::LagMapModel</name>
    <message>
        <source>Group, topic</source>
        <translation>Gruppe, Topic</translation>
    </message>
    <message>
        <source>Consumer groups and the topics they read, with their partitions</source>
        <translation>Consumer-Gruppen und die Topics, die sie lesen, mit ihren Partitionen</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>The highest lag in the window; of several partitions their sum at its highest</source>
        <translation>Der höchste Rückstand im Zeitraum; bei mehreren Partitionen ihre Summe an der höchsten Stelle</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When it was highest, UTC</source>
        <translation>Wann er am höchsten war, UTC</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>At the end of the window</source>
        <translation>Am Ende des Zeitraums</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Of the columns of the map; of several partitions, where all of them are known</source>
        <translation>Von den Spalten der Karte; bei mehreren Partitionen, wo alle bekannt sind</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <source>Fainter to stronger is less to more; hatched is unknown</source>
        <translation>Schwächer bis kräftiger ist weniger bis mehr; schraffiert ist unbekannt</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 reads %2 of %3</source>
        <translation>%1 liest %2 von %3</translation>
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
        <translation>Consumer-Gruppen, und die Partitionen, in denen sie einen Offset haben oder die ihnen zugeteilt sind</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From the last ten polls: does the offset move, and does somebody own the partition</source>
        <translation>Aus den letzten zehn Abfragen: bewegt sich der Offset, und hat jemand die Partition</translation>
    </message>
    <message>
        <source>floor | group | high</source>
        <translation>floor|Gruppe|high</translation>
    </message>
    <message>
        <source>Where the group stands between the first and the last record</source>
        <translation>Wo die Gruppe zwischen dem ersten und dem letzten Datensatz steht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation>Des ältesten ungelesenen Datensatzes</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>Datensätze, die lesbar sind und nicht gelesen wurden</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>High mark less the group&apos;s offset, as Kafka&apos;s own tool prints it</source>
        <translation>High-Marke minus Offset der Gruppe, wie Kafkas eigenes Werkzeug es ausgibt</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>Erzeugte Datensätze pro Sekunde, über zwei Minuten</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation>Datensätze, um die der Offset der Gruppe pro Sekunde vorrückte, über zwei Minuten</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Time until retention deletes unread records</source>
        <translation>Zeit, bis die Retention ungelesene Datensätze löscht</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation>Das Mitglied, das die Partition hat, und wo es läuft</translation>
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
        <translation>am schlimmsten: %1/%2</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>von %1 von %2 Partitionen; die anderen sind unbekannt</translation>
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
        <translation>floor %1, Gruppe %2, high %3</translation>
    </message>
    <message>
        <source>up to the high mark: %1</source>
        <translation>bis zur High-Marke: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::LedgerModel</name>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>The branch has left this commit: what it holds is not in the table.</source>
        <translation>Der Branch hat diesen Commit verlassen: was er enthält, ist nicht in der Tabelle.</translation>
    </message>
    <message>
        <source>hole of %1</source>
        <translation>Lücke von %1</translation>
    </message>
    <message>
        <source>It leaves out %1 offsets that no commit before it has.</source>
        <translation>Er lässt %1 Offsets aus, die kein Commit vor ihm hat.</translation>
    </message>
    <message>
        <source>overlap of %1</source>
        <translation>Überlappung von %1</translation>
    </message>
    <message>
        <source>It holds %1 offsets that a commit before it has too: duplicates unless the writer is idempotent.</source>
        <translation>Er enthält %1 Offsets, die auch ein Commit vor ihm hat: Duplikate, wenn der Schreiber nicht idempotent ist.</translation>
    </message>
    <message>
        <source>The offsets of this commit, or of the one before it, are not known.</source>
        <translation>Die Offsets dieses Commits oder des vorigen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>moves no offsets</source>
        <translation>bewegt keine Offsets</translation>
    </message>
    <message>
        <source>partial, %1</source>
        <translation>unvollständig, %1</translation>
    </message>
    <message>
        <source>Committed on a time-out, without the answers of all tasks.</source>
        <translation>Nach einem Timeout committet, ohne die Antworten aller Tasks.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>This commit brings no new records.</source>
        <translation>Dieser Commit bringt keine neuen Datensätze.</translation>
    </message>
    <message>
        <source>Nothing says which offsets this commit holds.</source>
        <translation>Nichts sagt, welche Offsets dieser Commit enthält.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Committed, snapshot</source>
        <translation>Committet, Snapshot</translation>
    </message>
    <message>
        <source>When it was committed, by the lake&apos;s clock; the id of the snapshot</source>
        <translation>Wann er committet wurde, nach der Uhr des Lakes; die ID des Snapshots</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>How its offsets follow on those of the commit before it</source>
        <translation>Wie seine Offsets an die des vorigen Commits anschließen</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>The writer&apos;s word</source>
        <translation>Das Wort des Schreibers</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Added by this commit</source>
        <translation>Von diesem Commit hinzugefügt</translation>
    </message>
    <message>
        <source>Source offsets</source>
        <translation>Quell-Offsets</translation>
    </message>
    <message>
        <source>What it made durable, from the first to before the last</source>
        <translation>Was er dauerhaft machte, vom ersten bis vor den letzten</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>The writer&apos;s own id of the cycle</source>
        <translation>Die eigene ID des Schreibers für den Zyklus</translation>
    </message>
    <message>
        <source>Valid through</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>The writer&apos;s claim of completeness, UTC</source>
        <translation>Bis wann der Schreiber Vollständigkeit behauptet, UTC</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>How its offsets are known</source>
        <translation>Woher seine Offsets bekannt sind</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>snapshot %1</source>
        <translation>Snapshot %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>first seen %1</source>
        <translation>zuerst gesehen %1</translation>
    </message>
    <message>
        <source>offsets</source>
        <translation>Offsets</translation>
    </message>
</context>
<context>
    <name>tidemark::MatrixModel</name>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>What may happen</source>
        <translation>Was passieren kann</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Templates that rehearse it</source>
        <translation>Vorlagen, die es üben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>tidemark::MetricModel</name>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>%n Signal</numerusform>
            <numerusform>%n Signale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not matched</source>
        <translation>
            <numerusform>%n nicht zugeordnet</numerusform>
            <numerusform>%n nicht zugeordnet</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>It exposes no metric that is known for these signals.</source>
        <translation>Sie bietet keine Metrik, die für diese Signale bekannt ist.</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>nothing matched</source>
        <translation>nichts zugeordnet</translation>
    </message>
    <message>
        <source>None of what it exposes is a signal that is known.</source>
        <translation>Nichts von dem, was sie bietet, ist ein bekanntes Signal.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>It exposes no metric that is known for this signal.</source>
        <translation>Sie bietet keine Metrik, die für dieses Signal bekannt ist.</translation>
    </message>
    <message>
        <source>Source, signal</source>
        <translation>Quelle, Signal</translation>
    </message>
    <message>
        <source>Endpoints and the signals that were found there</source>
        <translation>Endpunkte und die Signale, die dort gefunden wurden</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Wessen es ist</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>Wo entlang des Wegs der Daten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether the source answers, whether anything was matched</source>
        <translation>Ob die Quelle antwortet, ob etwas zugeordnet wurde</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Of the newest scrape</source>
        <translation>Der neuesten Abfrage</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>When it was scraped, UTC</source>
        <translation>Wann abgefragt, UTC</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>How many series of the source were taken for the signal</source>
        <translation>Wie viele Reihen der Quelle für das Signal genommen wurden</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Which metric of the exporter was taken</source>
        <translation>Welche Metrik des Exporters genommen wurde</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>The exporter that it was known by</source>
        <translation>Der Exporter, an dem sie erkannt wurde</translation>
    </message>
</context>
<context>
    <name>tidemark::OnsetModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Samples are missing there.</source>
        <translation>Dort fehlen Messwerte.</translation>
    </message>
    <message>
        <source>topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>It overlaps in time with others of its rank: their order is not known. They stand as the data flow.</source>
        <translation>Es überlappt zeitlich mit anderen seines Rangs: ihre Reihenfolge ist nicht bekannt. Sie stehen, wie die Daten fließen.</translation>
    </message>
    <message>
        <source>Proven: its whole interval lies apart from those of other ranks.</source>
        <translation>Bewiesen: sein ganzes Intervall liegt getrennt von denen anderer Ränge.</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>Was sich bewegt hat</translation>
    </message>
    <message>
        <source>In the order in which it began, as far as that is known</source>
        <translation>In der Reihenfolge des Beginns, soweit sie bekannt ist</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>A smaller rank began earlier; an equal one says nothing of time</source>
        <translation>Ein kleinerer Rang begann früher; ein gleicher sagt nichts über die Zeit</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>The middle of the interval in which it began, UTC</source>
        <translation>Die Mitte des Intervalls, in dem es begann, UTC</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>As a rule, in the baseline</source>
        <translation>In der Regel, im Vergleichszeitraum</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Since it moved</source>
        <translation>Seit es sich bewegt hat</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>Wo auf dem Pfad der Daten</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Whether time proves its place</source>
        <translation>Ob die Zeit seinen Platz beweist</translation>
    </message>
</context>
<context>
    <name>tidemark::PathModel</name>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Partitions of the topic that the group reads</source>
        <translation>Partitionen des Topics, die die Gruppe liest</translation>
    </message>
    <message>
        <source>floor | table | group | high</source>
        <translation>floor|Tabelle|Gruppe|high</translation>
    </message>
    <message>
        <source>What is landed, not landed and unread of what the log holds</source>
        <translation>Was von dem, was das Log enthält, gelandet, nicht gelandet und ungelesen ist</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Of the table where there is one, else of the group</source>
        <translation>Der Tabelle, wo es eine gibt, sonst der Gruppe</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>Datensätze, die lesbar sind und nicht gelesen wurden</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>Ungelandet</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>Offsets, an denen die Gruppe vorbei ist und die Tabelle nicht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation>Des ältesten ungelesenen Datensatzes</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>Erzeugte Datensätze pro Sekunde, über zwei Minuten</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation>Datensätze, um die der Offset der Gruppe pro Sekunde vorrückte, über zwei Minuten</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>Gelandet</translation>
    </message>
    <message>
        <source>Offsets per second that the table took in, over ten minutes</source>
        <translation>Offsets pro Sekunde, die die Tabelle aufnahm, über zehn Minuten</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>The broker that leads the partition</source>
        <translation>Der Broker, der die Partition führt</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation>Das Mitglied, das die Partition hat, und wo es läuft</translation>
    </message>
    <message>
        <source>floor %1, table %2, group %3, stable %4, high %5</source>
        <translation>floor %1, Tabelle %2, Gruppe %3, stable %4, high %5</translation>
    </message>
</context>
<context>
    <name>tidemark::ProbeModel</name>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>before one that should come first</source>
        <translation>vor einem, das zuerst kommen sollte</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>%1 said so at %2</source>
        <translation>%1 sagte es um %2</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Betrachtet</translation>
    </message>
    <message>
        <source>Signals that should be seen, what is measured, what people are asked</source>
        <translation>Signale, die zu sehen sein sollten, was gemessen wird, was Menschen gefragt werden</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>As it is now; of a drill that is over as its verdict keeps it</source>
        <translation>Wie es jetzt ist; bei einer beendeten Übung, wie ihr Urteil es festhält</translation>
    </message>
</context>
<context>
    <name>tidemark::ReplayModel</name>
    <message>
        <source>found</source>
        <translation>erkannt</translation>
    </message>
    <message>
        <source>Nobody declared it: the offsets show it.</source>
        <translation>Niemand hat es angekündigt: die Offsets zeigen es.</translation>
    </message>
    <message>
        <source>Declared after it had begun.</source>
        <translation>Angekündigt, nachdem es begonnen hatte.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>Retention took %1 records before they were read.</source>
        <translation>Die Retention nahm %1 Datensätze, bevor sie gelesen wurden.</translation>
    </message>
    <message>
        <source>lost from %1</source>
        <translation>verloren ab %1</translation>
    </message>
    <message>
        <source>From %1 on retention takes records that are not read yet.</source>
        <translation>Ab %1 nimmt die Retention Datensätze, die noch nicht gelesen sind.</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>%1 of room, if it stood still</source>
        <translation>%1 Reserve, wenn es stillstünde</translation>
    </message>
    <message>
        <source>No other group reads the topic.</source>
        <translation>Keine andere Gruppe liest das Topic.</translation>
    </message>
    <message numerus="yes">
        <source>%n slower</source>
        <translation>
            <numerusform>%n langsamer</numerusform>
            <numerusform>%n langsamer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1: %2, before it %3</source>
        <translation>%1: %2, davor %3</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>nimmt ab</translation>
    </message>
    <message>
        <source>not draining</source>
        <translation>nimmt nicht ab</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>steht</translation>
    </message>
    <message>
        <source>overtaken by retention</source>
        <translation>von Retention überholt</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>Replay, partition</source>
        <translation>Replay, Partition</translation>
    </message>
    <message>
        <source>Which group reads which topic again</source>
        <translation>Welche Gruppe welches Topic erneut liest</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the last minutes say of it</source>
        <translation>Was die letzten Minuten dazu sagen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Of the offsets that are read again; the tick is all of them</source>
        <translation>Der Offsets, die erneut gelesen werden; der Strich ist alle</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Offsets that are still to be read</source>
        <translation>Offsets, die noch zu lesen sind</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Offsets that the group moves per second</source>
        <translation>Offsets, um die die Gruppe pro Sekunde vorrückt</translation>
    </message>
    <message>
        <source>Drains</source>
        <translation>Abbau</translation>
    </message>
    <message>
        <source>What is left shrinks by so much per second</source>
        <translation>Um so viel nimmt pro Sekunde ab, was übrig ist</translation>
    </message>
    <message>
        <source>Through at</source>
        <translation>Durch um</translation>
    </message>
    <message>
        <source>When it is through, with the band of what is likely, UTC</source>
        <translation>Wann es durch ist, mit dem Band des Wahrscheinlichen, UTC</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Whether retention takes records before they are read</source>
        <translation>Ob die Retention Datensätze nimmt, bevor sie gelesen sind</translation>
    </message>
    <message>
        <source>Live groups</source>
        <translation>Live-Leser</translation>
    </message>
    <message>
        <source>Groups that are older than before the replay began</source>
        <translation>Gruppen, die älter sind als vor Beginn des Replays</translation>
    </message>
    <message numerus="yes">
        <source>Of %n replay(s) that are over the band held in %1.</source>
        <translation>
            <numerusform>Von %n beendetem Replay hielt das Band in %1.</numerusform>
            <numerusform>Von %n beendeten Replays hielt das Band in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 to %2, now at %3</source>
        <translation>von %1 bis %2, jetzt bei %3</translation>
    </message>
</context>
<context>
    <name>tidemark::ReviewModel</name>
    <message>
        <source>raised by %1</source>
        <translation>angehoben von %1</translation>
    </message>
    <message>
        <source>lowered by %1</source>
        <translation>gesenkt von %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 abgelaufen</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What is reviewed</source>
        <translation>Was bewertet wird</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>1 to 5, from what came out and how well it was tested</source>
        <translation>1 bis 5, aus dem Ergebnis und daraus, wie gut es geprüft ist</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What the newest evidence says; unknown is never a pass</source>
        <translation>Was der neueste Beleg sagt; unbekannt ist nie bestanden</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Green: owner, command, threshold, measurement, and it was exercised</source>
        <translation>Grün: Eigner, Befehl, Schwelle, Messung, und es wurde geübt</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>How many pieces count, and how old the newest is</source>
        <translation>Wie viele zählen und wie alt der neueste ist</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigner</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>Wem es gehört</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Since the review that was frozen before, and why</source>
        <translation>Seit der zuvor eingefrorenen Bewertung, und warum</translation>
    </message>
</context>
<context>
    <name>tidemark::RunDiffModel</name>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Of all that one of the two read</source>
        <translation>Von allem, was einer der beiden gelesen hat</translation>
    </message>
    <message>
        <source>Only before</source>
        <translation>Nur vorher</translation>
    </message>
    <message>
        <source>Offsets that only the run it is held against read</source>
        <translation>Offsets, die nur der Vergleichslauf gelesen hat</translation>
    </message>
    <message>
        <source>Only after</source>
        <translation>Nur nachher</translation>
    </message>
    <message>
        <source>Offsets that only this run read</source>
        <translation>Offsets, die nur dieser Lauf gelesen hat</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Offsets that both read</source>
        <translation>Offsets, die beide gelesen haben</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Offsets between the two that neither read</source>
        <translation>Offsets dazwischen, die keiner gelesen hat</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Nochmals</translation>
    </message>
    <message>
        <source>Offsets that were read once more although it goes on from that run</source>
        <translation>Offsets, die nochmals gelesen wurden, obwohl er jenen Lauf fortsetzt</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Exact, bounded or unknown, and why</source>
        <translation>Exakt, begrenzt oder unbekannt, und warum</translation>
    </message>
</context>
<context>
    <name>tidemark::RunModel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Runs that trained, embedded or refreshed, the newest first</source>
        <translation>Läufe, die trainiert, eingebettet oder aufgefrischt haben, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What came out, and its version</source>
        <translation>Was herauskam und seine Version</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Endete</translation>
    </message>
    <message>
        <source>When it ended, or was registered, UTC</source>
        <translation>Wann er endete oder registriert wurde, UTC</translation>
    </message>
    <message>
        <source>registered then; when it ended is not told</source>
        <translation>damals registriert; wann er endete, ist nicht gesagt</translation>
    </message>
</context>
<context>
    <name>tidemark::SchemaModel</name>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>registriert %1</translation>
    </message>
    <message>
        <source>records fail</source>
        <translation>Datensätze schlagen fehl</translation>
    </message>
    <message>
        <source>With all its versions: records that carry their ids cannot be read any more.</source>
        <translation>Mit allen Versionen: Datensätze mit deren Ids lassen sich nicht mehr lesen.</translation>
    </message>
    <message>
        <source>With all its versions: they can still be asked for by their ids.</source>
        <translation>Mit allen Versionen: über ihre Ids sind sie noch zu erfragen.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>The next version is not checked against those before.</source>
        <translation>Die nächste Version wird nicht gegen die früheren geprüft.</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>The registry refuses a version that is not compatible.</source>
        <translation>Die Registry weist eine Version ab, die nicht verträglich ist.</translation>
    </message>
    <message>
        <source>Records that carry its id cannot be read any more.</source>
        <translation>Datensätze mit ihrer Id lassen sich nicht mehr lesen.</translation>
    </message>
    <message>
        <source>It can still be asked for by its id.</source>
        <translation>Über ihre Id ist sie noch zu erfragen.</translation>
    </message>
    <message>
        <source>live</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>dem Namen nach</translation>
    </message>
    <message>
        <source>No topic has its name; the ids in records would tell.</source>
        <translation>Kein Topic heißt so; die Ids in den Datensätzen würden es sagen.</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>the last that is known: %1</source>
        <translation>die letzte bekannte: %1</translation>
    </message>
    <message>
        <source>It was so when it was first looked at.</source>
        <translation>So war es, als es zum ersten Mal betrachtet wurde.</translation>
    </message>
    <message>
        <source>The registry says so, by its own clock.</source>
        <translation>Die Registry sagt es so, nach ihrer eigenen Uhr.</translation>
    </message>
    <message>
        <source>after %1, by %2</source>
        <translation>nach %1, spätestens %2</translation>
    </message>
    <message>
        <source>compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>that of the registry</source>
        <translation>die der Registry</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>soft-deleted</source>
        <translation>vorläufig gelöscht</translation>
    </message>
    <message>
        <source>hard-deleted</source>
        <translation>endgültig gelöscht</translation>
    </message>
    <message>
        <source>undeleted</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>spätestens %1</translation>
    </message>
    <message>
        <source>Subject, version</source>
        <translation>Subject, Version</translation>
    </message>
    <message>
        <source>A subject and the registry that has it; struck out: deleted</source>
        <translation>Ein Subject und die Registry, die es hat; durchgestrichen: gelöscht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether records fail since it changed, whether it is deleted, whether anything is checked</source>
        <translation>Ob Datensätze seit einer Änderung fehlschlagen, ob es gelöscht ist, ob etwas geprüft wird</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Whose records its schemas are of</source>
        <translation>Wessen Datensätze seine Schemas beschreiben</translation>
    </message>
    <message>
        <source>Versions, id</source>
        <translation>Versionen, Id</translation>
    </message>
    <message>
        <source>How many versions; the id that records carry</source>
        <translation>Wie viele Versionen; die Id, die Datensätze tragen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Avro, JSON Schema, Protobuf</source>
        <translation>Avro, JSON Schema, Protobuf</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>Kompatibilität</translation>
    </message>
    <message>
        <source>What the next version is checked by</source>
        <translation>Wonach die nächste Version geprüft wird</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>What happened to it last</source>
        <translation>Was zuletzt damit geschah</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Between which looks it happened, UTC</source>
        <translation>Zwischen welchen Blicken es geschah, UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::SeenModel</name>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>A table or topic, and its partitions</source>
        <translation>Eine Tabelle oder ein Topic und seine Partitionen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>First offset that was read</source>
        <translation>Erster gelesener Offset</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The next offset after the last one</source>
        <translation>Der nächste Offset nach dem letzten</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Exact, bounded or unknown, and why</source>
        <translation>Exakt, begrenzt oder unbekannt, und warum</translation>
    </message>
    <message>
        <source>Schema ids</source>
        <translation>Schema-IDs</translation>
    </message>
    <message>
        <source>With which its records were written</source>
        <translation>Mit denen seine Datensätze geschrieben wurden</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>That brought them</source>
        <translation>Die sie brachten</translation>
    </message>
    <message>
        <source>%1 ids</source>
        <translation>%1 IDs</translation>
    </message>
    <message>
        <source>%1 snapshots</source>
        <translation>%1 Snapshots</translation>
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
        <translation>unbekannt: keine Abfragen</translation>
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
        <translation>Was abgefragt wird</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Of its last polls</source>
        <translation>Nach den letzten Abfragen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>When this state began, at the latest</source>
        <translation>Wann dieser Zustand spätestens begann</translation>
    </message>
    <message>
        <source>Last complete</source>
        <translation>Zuletzt alles</translation>
    </message>
    <message>
        <source>The last poll that answered everything</source>
        <translation>Die letzte Abfrage, die alles beantwortete</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Parts answered of parts due in the last 24 h</source>
        <translation>Beantwortete von fälligen Teilen der letzten 24 h</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Of the last polls together</source>
        <translation>Der letzten Abfragen zusammen</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>On the wire, of the last polls together</source>
        <translation>Auf der Leitung, der letzten Abfragen zusammen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>The last polls together</source>
        <translation>Die letzten Abfragen zusammen</translation>
    </message>
    <message>
        <source>Refused, cannot see</source>
        <translation>Verweigert, nicht zu sehen</translation>
    </message>
    <message>
        <source>What permissions or the source itself keep hidden</source>
        <translation>Was Rechte oder die Quelle selbst verbergen</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>verweigert: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>rebuilt, not polled</source>
        <translation>rekonstruiert, nicht abgefragt</translation>
    </message>
    <message>
        <source>behind by %1, samples sent: %2, refused: %3</source>
        <translation>im Rückstand um %1, gesendete Werte: %2, abgelehnt: %3</translation>
    </message>
</context>
<context>
    <name>tidemark::StepModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>What a person does; Tidemark does nothing to a cluster</source>
        <translation>Was ein Mensch tut; Tidemark tut am Cluster nichts</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Done, next, to do, optional, or taken back</source>
        <translation>Getan, als Nächstes, zu tun, freiwillig oder zurückgenommen</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>Getan um</translation>
    </message>
    <message>
        <source>As it was stamped, UTC</source>
        <translation>Wie gestempelt, UTC</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who did it, or whose it is</source>
        <translation>Wer es tat oder wessen es ist</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>What should be seen then</source>
        <translation>Was dann zu sehen sein sollte</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>zurückgenommen: %1</translation>
    </message>
    <message>
        <source>not planned: %1</source>
        <translation>nicht geplant: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>getan</translation>
    </message>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryModel</name>
    <message>
        <source>The story</source>
        <translation>Die Geschichte</translation>
    </message>
    <message>
        <source>What people wrote; it goes into the report</source>
        <translation>Was Menschen schrieben; es kommt in den Bericht</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>What it speaks of, UTC</source>
        <translation>Wovon es spricht, UTC</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Wer es schrieb</translation>
    </message>
</context>
<context>
    <name>tidemark::TableSheetModel</name>
    <message>
        <source>fed from %1</source>
        <translation>gespeist aus %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>By its name in the catalog</source>
        <translation>Nach ihrem Namen im Katalog</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Of its metadata</source>
        <translation>Ihrer Metadaten</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>Datendateien</translation>
    </message>
    <message>
        <source>Of the newest version</source>
        <translation>Der neuesten Version</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Of the data files; Iceberg tells it with its delete files only</source>
        <translation>Der Datendateien; Iceberg nennt sie nur samt den Löschdateien</translation>
    </message>
    <message>
        <source>Mean file</source>
        <translation>Mittlere Datei</translation>
    </message>
    <message>
        <source>Size through the number of files</source>
        <translation>Größe durch Zahl der Dateien</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>Löschdateien</translation>
    </message>
    <message>
        <source>Files that name rows to leave out; of Iceberg with its deletion vectors</source>
        <translation>Dateien, die auszulassende Zeilen nennen; bei Iceberg samt Löschvektoren</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Snapshots that can still be read</source>
        <translation>Snapshots, die noch gelesen werden können</translation>
    </message>
    <message>
        <source>Compacted</source>
        <translation>Kompaktiert</translation>
    </message>
    <message>
        <source>When files were last rewritten, UTC</source>
        <translation>Wann Dateien zuletzt neu geschrieben wurden, UTC</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>When versions were last seen to be gone, UTC</source>
        <translation>Wann zuletzt gesehen wurde, dass Versionen weg sind, UTC</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>When it changed last, UTC</source>
        <translation>Wann es sich zuletzt änderte, UTC</translation>
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
        <translation>Topics, und die Gruppen, die sie lesen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Topic: its partitions&apos; leaders and replicas. Reader: does it keep up</source>
        <translation>Topic: Leader und Replikate seiner Partitionen. Leser: hält er mit</translation>
    </message>
    <message>
        <source>Last record</source>
        <translation>Letzter Satz</translation>
    </message>
    <message>
        <source>Age of the newest record</source>
        <translation>Alter des neuesten Datensatzes</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>Erzeugte Datensätze pro Sekunde, über zwei Minuten</translation>
    </message>
    <message>
        <source>Oldest unread</source>
        <translation>Alter ungelesen</translation>
    </message>
    <message>
        <source>Age of the oldest record the reader has not read; for a topic the worst of its readers</source>
        <translation>Alter des ältesten Datensatzes, den der Leser nicht gelesen hat; beim Topic das schlimmste seiner Leser</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Records the reader has not read; for a topic the most of any reader</source>
        <translation>Datensätze, die der Leser nicht gelesen hat; beim Topic die meisten eines Lesers</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Unread, or late against its target, since</source>
        <translation>Ungelesen, oder zu spät gegen sein Ziel, seit</translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>Sicher bis</translation>
    </message>
    <message>
        <source>When retention reaches unread records</source>
        <translation>Wann die Retention ungelesene Datensätze erreicht</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>Partitions, replicas, clean-up; for a reader its worst partition</source>
        <translation>Partitionen, Replikate, Cleanup; beim Leser seine schlimmste Partition</translation>
    </message>
    <message>
        <source>no reader</source>
        <translation>kein Leser</translation>
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
        <translation>Leser %1</translation>
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
        <translation>von %1 von %2 Partitionen; die anderen sind unbekannt</translation>
    </message>
    <message>
        <source>worst: partition %1</source>
        <translation>am schlimmsten: Partition %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>No path runs over it.</source>
        <translation>Kein Pfad führt darüber.</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>%1 of %2 not met</source>
        <translation>%1 von %2 nicht erfüllt</translation>
    </message>
    <message>
        <source>%1 of %2 unknown</source>
        <translation>%1 von %2 unbekannt</translation>
    </message>
    <message>
        <source>%1 required, %2 configured</source>
        <translation>%1 verlangt, %2 eingestellt</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>What the paths over the topic require of it, against what is configured</source>
        <translation>Was die Pfade über dem Topic von ihm verlangen, gegen das, was eingestellt ist</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Caption</name>
    <message>
        <source>What the demo shows now</source>
        <translation>Was die Demo gerade zeigt</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Connecting</name>
    <message>
        <source>Import client properties</source>
        <translation>Client-Einstellungen einlesen</translation>
    </message>
    <message>
        <source>Client properties (*.properties);;All files (*)</source>
        <translation>Client-Einstellungen (*.properties);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::GoTo</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Connector</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>at offset %1</source>
        <translation>bei Offset %1</translation>
    </message>
    <message>
        <source>A command, a name, or paste an alert, a log line, topic-3@12345</source>
        <translation>Ein Befehl, ein Name, oder einen Alarm, eine Logzeile, topic-3@12345 einfügen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>%1, taken as UTC</source>
        <translation>%1, als UTC gelesen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::KeepDialog</name>
    <message>
        <source>Samples are kept for</source>
        <translation>Messwerte bleiben</translation>
    </message>
    <message>
        <source>Buckets of 5 min are kept for</source>
        <translation>Auf 5 min Verdichtetes bleibt</translation>
    </message>
    <message>
        <source>The file has at most</source>
        <translation>Die Datei hat höchstens</translation>
    </message>
    <message>
        <source>What is kept of %1</source>
        <translation>Was von %1 aufbewahrt wird</translation>
    </message>
    <message>
        <source>What a change deletes</source>
        <translation>Was eine Änderung löscht</translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>Nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Deletes %1: samples from before %2.</source>
        <translation>Löscht %1: Messwerte von vor %2.</translation>
    </message>
    <message>
        <source>Deletes %1 of samples and buckets.</source>
        <translation>Löscht %1 an Messwerten und Verdichtetem.</translation>
    </message>
    <message>
        <source>A day takes %1.</source>
        <translation>Ein Tag belegt %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::KeysDialog</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Wie geliefert</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>What is wrong with the keys</source>
        <translation>Was an den Tasten nicht stimmt</translation>
    </message>
    <message>
        <source>In the views</source>
        <translation>In den Ansichten</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>Einen Befehl wählen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>%1 has these keys: give it others first.</source>
        <translation>%1 hat diese Tasten: ihm zuerst andere geben.</translation>
    </message>
    <message>
        <source>Press the new keys in the field.</source>
        <translation>Die neuen Tasten im Feld drücken.</translation>
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
        <translation>Fadenkreuz %1</translation>
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
    <message>
        <source>errors are told by the desktop</source>
        <translation>Fehler werden auf dem Desktop gemeldet</translation>
    </message>
    <message>
        <source>the desktop is told nothing</source>
        <translation>auf dem Desktop wird nichts gemeldet</translation>
    </message>
    <message>
        <source>Open a timeline or bundle</source>
        <translation>Zeitleiste oder Bündel öffnen</translation>
    </message>
    <message>
        <source>Timelines and bundles (*.tidemark *.bundle);;All files (*)</source>
        <translation>Zeitleisten und Bündel (*.tidemark *.bundle);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>link copied</source>
        <translation>Link kopiert</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>BEWERTUNG</translation>
    </message>
    <message>
        <source>collecting has stopped</source>
        <translation>es wird nicht mehr gesammelt</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>Bewertung exportieren</translation>
    </message>
    <message>
        <source>PDF, every page (*.pdf)</source>
        <translation>PDF, jede Seite (*.pdf)</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>geschrieben: %1</translation>
    </message>
    <message>
        <source>no run that is registered is shown</source>
        <translation>es wird kein registrierter Lauf gezeigt</translation>
    </message>
    <message>
        <source>Export as OpenLineage</source>
        <translation>Als OpenLineage exportieren</translation>
    </message>
    <message>
        <source>Events, one a line (*.ndjson)</source>
        <translation>Ereignisse, eines je Zeile (*.ndjson)</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Notifier</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Pages</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>tidemark::views::AbortDialog</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>The stop condition was met</source>
        <translation>Die Abbruchbedingung war erfüllt</translation>
    </message>
    <message>
        <source>Abort the drill</source>
        <translation>Die Übung abbrechen</translation>
    </message>
    <message>
        <source>It ends here. A person still says the verdict.</source>
        <translation>Sie endet hier. Das Urteil spricht weiterhin ein Mensch.</translation>
    </message>
    <message>
        <source>It ends here. It was to be stopped when: %1.</source>
        <translation>Sie endet hier. Abgebrochen werden sollte sie, wenn: %1.</translation>
    </message>
    <message>
        <source>Why, for the record</source>
        <translation>Warum, fürs Protokoll</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
</context>
<context>
    <name>tidemark::views::AlignPage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Figures of the table</source>
        <translation>Kennzahlen der Tabelle</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>No table has been recorded.
Name a catalog in the profile and start a collector: tidemark collect --profile FILE</source>
        <translation>Keine Tabelle ist aufgezeichnet.
Im Profil einen Katalog nennen und einen Sammler starten: tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter tables</source>
        <translation>Tabellen filtern</translation>
    </message>
    <message>
        <source>tide chart</source>
        <translation>Gezeitenbild</translation>
    </message>
    <message>
        <source>Tables and their partitions</source>
        <translation>Tabellen und ihre Partitionen</translation>
    </message>
    <message>
        <source>Ledger of</source>
        <translation>Ledger von</translation>
    </message>
    <message>
        <source>The ledger in short</source>
        <translation>Das Ledger in Kürze</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>Commits of the table</source>
        <translation>Commits der Tabelle</translation>
    </message>
    <message>
        <source>No commit of this table has been seen.</source>
        <translation>Von dieser Tabelle wurde kein Commit gesehen.</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>Einen Commit prüfen</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>None has been seen.</source>
        <translation>Es wurde keiner gesehen.</translation>
    </message>
    <message>
        <source>Ledger of %1</source>
        <translation>Ledger von %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectForm</name>
    <message>
        <source>Addresses and sign-in</source>
        <translation>Adressen und Anmeldung</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>as the first broker</source>
        <translation>wie der erste Broker</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>SASL, plain text</source>
        <translation>SASL, Klartext</translation>
    </message>
    <message>
        <source>SASL over TLS</source>
        <translation>SASL über TLS</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Mechanismus</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>A reference: env:NAME or file:PATH, a file that only you may read. The password itself is kept nowhere.</source>
        <translation>Ein Verweis: env:NAME oder file:PATH, eine Datei, die nur Sie lesen dürfen. Das Passwort selbst wird nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Kafka Connect</source>
        <translation>Kafka Connect</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>Schema-Registry</translation>
    </message>
    <message>
        <source>Iceberg catalog</source>
        <translation>Iceberg-Katalog</translation>
    </message>
    <message>
        <source>Name a broker: host:9092.</source>
        <translation>Nennen Sie einen Broker: host:9092.</translation>
    </message>
    <message>
        <source>A password is a reference: env:NAME or file:PATH. The password itself is kept nowhere.</source>
        <translation>Ein Passwort ist ein Verweis: env:NAME oder file:PATH. Das Passwort selbst wird nirgends aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectPage</name>
    <message>
        <source>Connect to a cluster</source>
        <translation>Mit einem Cluster verbinden</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Wie es steht</translation>
    </message>
    <message>
        <source>The profile that is saved</source>
        <translation>Das Profil, das gespeichert wird</translation>
    </message>
    <message>
        <source>Name a broker, and see whether it answers.</source>
        <translation>Nennen Sie einen Broker und sehen Sie, ob er antwortet.</translation>
    </message>
    <message>
        <source>Import client properties …</source>
        <translation>Client-Einstellungen einlesen …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>Die Datei wählen: %1</translation>
    </message>
    <message>
        <source>Profiles (*.json *.jsonc)</source>
        <translation>Profile (*.json *.jsonc)</translation>
    </message>
    <message>
        <source>Timelines (*.tidemark)</source>
        <translation>Zeitleisten (*.tidemark)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Save and collect</source>
        <translation>Speichern und sammeln</translation>
    </message>
    <message>
        <source>See whether it answers.</source>
        <translation>Sehen Sie, ob es antwortet.</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Es wird gefragt …</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectSteps</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Columns of the steps</source>
        <translation>Spalten der Schritte</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was zu ändern ist</translation>
    </message>
    <message>
        <source>What is not known without it</source>
        <translation>Was ohne das nicht bekannt ist</translation>
    </message>
    <message>
        <source>A test asks step by step: the name, the port, TLS and its certificate, the sign-in, an answer, each permission. It reads, and changes nothing.</source>
        <translation>Eine Prüfung fragt Schritt für Schritt: Name, Port, TLS und Zertifikat, Anmeldung, Antwort, jedes Recht. Sie liest nur und ändert nichts.</translation>
    </message>
    <message>
        <source>What to change: %1</source>
        <translation>Zu ändern: %1</translation>
    </message>
    <message>
        <source>Not known without it: %1</source>
        <translation>Ohne das nicht bekannt: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectorsPage</name>
    <message>
        <source>Connectors</source>
        <translation>Connectors</translation>
    </message>
    <message>
        <source>No connector has been recorded.
Name the address of Kafka Connect in the profile and start a collector: tidemark collect --profile FILE</source>
        <translation>Kein Connector ist aufgezeichnet.
Im Profil die Adresse von Kafka Connect nennen und einen Sammler starten: tidemark collect --profile FILE</translation>
    </message>
</context>
<context>
    <name>tidemark::views::DeadLettersPage</name>
    <message>
        <source>Dead letters</source>
        <translation>Dead Letters</translation>
    </message>
    <message>
        <source>The chosen dead letters</source>
        <translation>Die gewählten Dead Letters</translation>
    </message>
</context>
<context>
    <name>tidemark::views::DrillsPage</name>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>What is shown of drills</source>
        <translation>Was von Übungen gezeigt wird</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Failure matrix</source>
        <translation>Ausfallmatrix</translation>
    </message>
    <message>
        <source>Library of drills</source>
        <translation>Bibliothek der Übungen</translation>
    </message>
    <message>
        <source>begin a drill, or show one</source>
        <translation>Übung beginnen oder zeigen</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>The chosen drill</source>
        <translation>Die gewählte Übung</translation>
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
    <name>tidemark::views::GrowthPage</name>
    <message>
        <source>Growth</source>
        <translation>Wachstum</translation>
    </message>
    <message>
        <source>What is shown of growth</source>
        <translation>Was vom Wachstum gezeigt wird</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Drivers of cost</source>
        <translation>Kostentreiber</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source> d</source>
        <translation> d</translation>
    </message>
    <message>
        <source>What if topics were kept so many days</source>
        <translation>Was wäre, wenn Topics so viele Tage gehalten würden</translation>
    </message>
    <message>
        <source>What if so many times as much were produced</source>
        <translation>Was wäre, wenn so viel Mal mehr produziert würde</translation>
    </message>
    <message>
        <source>what if kept</source>
        <translation>was wäre: gehalten</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>Bytes to come, of</source>
        <translation>Künftige Bytes von</translation>
    </message>
    <message>
        <source>What the chart says</source>
        <translation>Was das Diagramm sagt</translation>
    </message>
    <message>
        <source>Bytes to come: modelled</source>
        <translation>Künftige Bytes: modelliert</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>was wäre</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Topics</translation>
    </message>
</context>
<context>
    <name>tidemark::views::Headline</name>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
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
        <translation>Störung</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translation>Alter der Daten</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
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
        <translation>Daten bis %1, vor %2</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>seen every %1</source>
        <translation>alle %1</translation>
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
    <message>
        <source>collecting · stop</source>
        <translation>sammelt · beenden</translation>
    </message>
    <message>
        <source>Stop collecting</source>
        <translation>Sammeln beenden</translation>
    </message>
    <message>
        <source>This window collects; a click stops it. What was collected stays.</source>
        <translation>Dieses Fenster sammelt; ein Klick beendet es. Was gesammelt ist, bleibt.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::HomePage</name>
    <message>
        <source>Tide</source>
        <translation>Gezeiten</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.
Start a collector: tidemark collect --profile FILE, or look once: tidemark freshness --bootstrap HOST:PORT</source>
        <translation>Noch ist über keine Gruppe und kein Topic etwas aufgezeichnet.
Einen Sammler starten: tidemark collect --profile FILE, oder einmal nachsehen: tidemark freshness --bootstrap HOST:PORT</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Einen wählen.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::IncidentPage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Beside the order of onset</source>
        <translation>Neben der Reihenfolge des Beginns</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.
Start a collector: tidemark collect --profile FILE</source>
        <translation>Noch ist nichts aufgezeichnet.
Einen Sammler starten: tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>Filter lanes</source>
        <translation>Spuren filtern</translation>
    </message>
    <message>
        <source>onset</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Lanes shown</source>
        <translation>Gezeigte Spuren</translation>
    </message>
    <message>
        <source>all lanes</source>
        <translation>alle Spuren</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>festhalten</translation>
    </message>
    <message>
        <source>Order of onset</source>
        <translation>Reihenfolge des Beginns</translation>
    </message>
    <message>
        <source>Nothing moved in this window that did not move before it.
Absence of findings is not proof of health.</source>
        <translation>Nichts hat sich in diesem Fenster bewegt, was sich nicht schon vorher bewegte.
Kein Befund ist kein Beweis für Gesundheit.</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>Kein Verlauf</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Beside the order</source>
        <translation>Neben der Reihenfolge</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>anheften</translation>
    </message>
    <message>
        <source>What is shown beneath the lanes</source>
        <translation>Was unter den Spuren gezeigt wird</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>wechseln</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Where the gaps grew</source>
        <translation>Wo die Rückstände wuchsen</translation>
    </message>
    <message>
        <source>No group and no table has been measured: there is no gap to compare.</source>
        <translation>Keine Gruppe und keine Tabelle wurde gemessen: es gibt keinen Rückstand zu vergleichen.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes %1</source>
        <translation>Notizen %1</translation>
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
        <translation>Welcher Datensatz</translation>
    </message>
    <message>
        <source>Click a point of a partition&apos;s chart, or press Enter at the crosshair.</source>
        <translation>Einen Punkt im Bild einer Partition anklicken, oder Enter am Fadenkreuz drücken.</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>%1/%2 @ %3</source>
        <translation>%1/%2 @ %3</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>%1 at</source>
        <translation>%1 um</translation>
    </message>
    <message>
        <source>%1, evidence</source>
        <translation>%1, Beleg</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagMapPage</name>
    <message>
        <source>Lag map</source>
        <translation>Rückstandskarte</translation>
    </message>
    <message>
        <source>No lag has been recorded in this window.
Start a collector: tidemark collect --profile FILE, or choose an earlier time.</source>
        <translation>In diesem Zeitraum wurde kein Rückstand aufgezeichnet.
Einen Sammler starten: tidemark collect --profile FILE, oder eine frühere Zeit wählen.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagOverview</name>
    <message>
        <source>Lag of all partitions over time</source>
        <translation>Rückstand aller Partitionen im Verlauf</translation>
    </message>
    <message>
        <source>%1: %2 unknown</source>
        <translation>%1: %2 unbekannt</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1: unbekannt</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation>%1: %2 von %3, %4</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>All partitions, worst group first; lag in records</source>
        <translation>Alle Partitionen, schlimmste Gruppe zuerst; Rückstand in Datensätzen</translation>
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
        <translation>Keine Consumer-Gruppe ist aufgezeichnet.
Einen Sammler starten: tidemark collect --profile FILE, oder einmal nachsehen: tidemark lag --bootstrap HOST:PORT</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LanesView</name>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Lanes over time</source>
        <translation>Spuren über der Zeit</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>Nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>Kein Fadenkreuz. Umschalt und eine Pfeiltaste setzen es.</translation>
    </message>
    <message>
        <source>, pinned</source>
        <translation>, angeheftet</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>, gewählt</translation>
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
        <translation>Zeit der Marken</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>%1, gap</source>
        <translation>%1, Abstand</translation>
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
    <name>tidemark::views::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>The chosen signal</source>
        <translation>Das gewählte Signal</translation>
    </message>
    <message>
        <source>Trend of</source>
        <translation>Verlauf von</translation>
    </message>
    <message>
        <source>Newest value</source>
        <translation>Neuester Wert</translation>
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
    <name>tidemark::views::NoteDialog</name>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>The time that the note speaks of</source>
        <translation>Die Zeit, von der die Notiz spricht</translation>
    </message>
    <message>
        <source>Who reads the logbook beside this timeline sees it, with your name.</source>
        <translation>Wer das Logbuch neben dieser Zeitleiste liest, sieht sie, mit Ihrem Namen.</translation>
    </message>
    <message>
        <source>Who sees the note</source>
        <translation>Wer die Notiz sieht</translation>
    </message>
    <message>
        <source>What happened, or what was done</source>
        <translation>Was geschah oder getan wurde</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>Die Notiz</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>Die Notiz schreiben</translation>
    </message>
    <message>
        <source>write</source>
        <translation>schreiben</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NotesPane</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>The story</source>
        <translation>Die Geschichte</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>into the story</source>
        <translation>in die Geschichte</translation>
    </message>
    <message>
        <source>Nothing happened in this window that a collector would see.</source>
        <translation>In diesem Fenster geschah nichts, was ein Sammler sähe.</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>ausblenden</translation>
    </message>
    <message>
        <source>Nobody has written anything of this window.
n writes a note; + takes what happened into the story.</source>
        <translation>Zu diesem Fenster hat noch niemand etwas geschrieben.
n schreibt eine Notiz; + nimmt, was geschah, in die Geschichte.</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
</context>
<context>
    <name>tidemark::views::OverviewStrip</name>
    <message>
        <source>All that was recorded</source>
        <translation>Alles, was aufgezeichnet ist</translation>
    </message>
    <message>
        <source>Recorded: %1; seen: %2</source>
        <translation>Aufgezeichnet: %1; zu sehen: %2</translation>
    </message>
</context>
<context>
    <name>tidemark::views::Palette</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
</context>
<context>
    <name>tidemark::views::PathPage</name>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>No path has been recorded.
Start a collector: tidemark collect --profile FILE, then choose a path on the first page.</source>
        <translation>Kein Pfad ist aufgezeichnet.
Einen Sammler starten: tidemark collect --profile FILE, dann auf der ersten Seite einen Pfad wählen.</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
    <message>
        <source>Filter by partition or reader</source>
        <translation>Nach Partition oder Leser filtern</translation>
    </message>
    <message>
        <source>Filter partitions</source>
        <translation>Partitionen filtern</translation>
    </message>
    <message>
        <source>tide chart</source>
        <translation>Gezeitenbild</translation>
    </message>
    <message>
        <source>Partitions of the path</source>
        <translation>Partitionen des Pfads</translation>
    </message>
    <message>
        <source>No path</source>
        <translation>Kein Pfad</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.</source>
        <translation>Noch ist über keine Gruppe und kein Topic etwas aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::PresentWindow</name>
    <message>
        <source>Presentation</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ProvenancePage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>What the run says</source>
        <translation>Was der Lauf sagt</translation>
    </message>
    <message>
        <source>run, model version, snapshot, or TABLE@TIME</source>
        <translation>Lauf, Modellversion, Snapshot oder TABELLE@ZEIT</translation>
    </message>
    <message>
        <source>Which data did this see?</source>
        <translation>Welche Daten hat das gesehen?</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>No run is registered.
tidemark lineage register RUN --model M --input TABLE@SNAPSHOT
tidemark lineage import FILE</source>
        <translation>Kein Lauf ist registriert.
tidemark lineage register RUN --model M --input TABLE@SNAPSHOT
tidemark lineage import FILE</translation>
    </message>
    <message>
        <source>held against</source>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <source>The run that it is held against</source>
        <translation>Der Lauf, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>OpenLineage</source>
        <translation>OpenLineage</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>Two runs against each other</source>
        <translation>Zwei Läufe im Vergleich</translation>
    </message>
    <message>
        <source>no other run</source>
        <translation>kein anderer Lauf</translation>
    </message>
</context>
<context>
    <name>tidemark::views::QuestionDialog</name>
    <message>
        <source>A question</source>
        <translation>Eine Frage</translation>
    </message>
    <message>
        <source>Nothing that is collected can tell: a person says it, for the record.</source>
        <translation>Nichts Gesammeltes kann es sagen: Ein Mensch sagt es, fürs Protokoll.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher es bekannt ist</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ReplayPage</name>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>No replay is running, and none ran in the last day.
One is found when a group&apos;s offset falls, or when a new group begins at the first record.
Say of one beforehand: tidemark replay declare NAME --group G --topic T</source>
        <translation>Kein Replay läuft, und keins lief am letzten Tag.
Eins wird erkannt, wenn der Offset einer Gruppe fällt oder wenn eine neue Gruppe beim ersten Datensatz beginnt.
Eins vorher ankündigen: tidemark replay declare NAME --group G --topic T</translation>
    </message>
    <message>
        <source>The chosen replay</source>
        <translation>Das gewählte Replay</translation>
    </message>
</context>
<context>
    <name>tidemark::views::RowView</name>
    <message>
        <source>%1, columns</source>
        <translation>%1, Spalten</translation>
    </message>
</context>
<context>
    <name>tidemark::views::RunSheet</name>
    <message>
        <source>No drill is on record.
Choose a template in the library and press Enter.</source>
        <translation>Keine Übung ist aufgezeichnet.
Eine Vorlage in der Bibliothek wählen und Enter drücken.</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
    <message>
        <source>The drill</source>
        <translation>Die Übung</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Command of the chosen step</source>
        <translation>Befehl des gewählten Schritts</translation>
    </message>
    <message>
        <source>Expected of the chosen step</source>
        <translation>Vom gewählten Schritt erwartet</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>done now</source>
        <translation>jetzt getan</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Signals and measures</source>
        <translation>Signale und Messwerte</translation>
    </message>
    <message>
        <source>no command</source>
        <translation>kein Befehl</translation>
    </message>
    <message>
        <source>nothing particular is expected</source>
        <translation>nichts Besonderes wird erwartet</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>erwartet: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SchemasPage</name>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>The chosen subject</source>
        <translation>Das gewählte Subject</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ScorecardPage</name>
    <message>
        <source>Scorecard</source>
        <translation>Scorecard</translation>
    </message>
    <message>
        <source>Nothing is reviewed.
Measure what can be measured: tidemark scorecard evidence --take</source>
        <translation>Nichts ist bewertet.
Was sich messen lässt, misst: tidemark scorecard evidence --take</translation>
    </message>
    <message>
        <source>Evidence of the chosen row</source>
        <translation>Belege der gewählten Zeile</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorführen</translation>
    </message>
    <message>
        <source>Whose readiness: the scope of the evidence</source>
        <translation>Wessen Reife: der Bereich der Belege</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
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
        <translation>In diese Datei ist noch nichts gesammelt.
Einen Sammler starten: tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>what is kept</source>
        <translation>was aufbewahrt wird</translation>
    </message>
</context>
<context>
    <name>tidemark::views::StartDialog</name>
    <message>
        <source>Owner</source>
        <translation>Eigner</translation>
    </message>
    <message>
        <source>who runs it</source>
        <translation>wer sie durchführt</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>who allowed it</source>
        <translation>wer es erlaubt hat</translation>
    </message>
    <message>
        <source>Stop condition</source>
        <translation>Abbruchbedingung</translation>
    </message>
    <message>
        <source>at which it is stopped</source>
        <translation>bei der abgebrochen wird</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>what else is to be said</source>
        <translation>was sonst zu sagen ist</translation>
    </message>
    <message>
        <source>What is well before it</source>
        <translation>Was zuvor in Ordnung ist</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>Trotzdem beginnen</translation>
    </message>
    <message>
        <source>Begin drill %1</source>
        <translation>Übung %1 beginnen</translation>
    </message>
    <message>
        <source>The drill</source>
        <translation>Die Übung</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>everything, or path=orders</source>
        <translation>alles, oder path=orders</translation>
    </message>
    <message>
        <source>Whether it may start</source>
        <translation>Ob sie beginnen darf</translation>
    </message>
    <message>
        <source>Look whether all is well</source>
        <translation>Prüfen, ob alles in Ordnung ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It starts where all was well for %1: polls answered, in time, landing, no error, and people named.</source>
        <translation>Sie beginnt, wo %1 lang alles in Ordnung war: Abfragen beantwortet, pünktlich, gelandet, kein Fehler und Menschen genannt.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>All is well: it may start.</source>
        <translation>Alles ist in Ordnung: Sie darf beginnen.</translation>
    </message>
    <message>
        <source>Not all is well: it cannot start. Started anyway, its verdict is partial at most.</source>
        <translation>Nicht alles ist in Ordnung: Sie kann nicht beginnen. Trotzdem begonnen, ist ihr Urteil höchstens teilweise.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::StartPage</name>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>No timeline was open yet.</source>
        <translation>Noch war keine Zeitleiste offen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>How stale each consumer of the data is, where along the path it is stuck, what moved first. It only reads; what it sees it keeps in one file, a timeline.</source>
        <translation>Wie alt die Daten jedes Lesers sind, wo auf dem Pfad sie hängen, was sich zuerst bewegte. Es liest nur; was es sieht, behält es in einer Datei, einer Zeitleiste.</translation>
    </message>
    <message>
        <source>What Tidemark does</source>
        <translation>Was Tidemark tut</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Open a timeline or bundle …</source>
        <translation>Zeitleiste oder Bündel öffnen …</translation>
    </message>
    <message>
        <source>What a collector wrote, on this machine or handed on by somebody.</source>
        <translation>Was ein Sammler schrieb, auf dieser Maschine oder von jemandem weitergegeben.</translation>
    </message>
    <message>
        <source>Play the demo</source>
        <translation>Die Demo abspielen</translation>
    </message>
    <message>
        <source>A pipeline with a scripted incident, on this machine alone. Takes two minutes.</source>
        <translation>Eine Pipeline mit einem Vorfall nach Drehbuch, nur auf dieser Maschine. Dauert zwei Minuten.</translation>
    </message>
    <message>
        <source>Connect to a cluster …</source>
        <translation>Mit einem Cluster verbinden …</translation>
    </message>
    <message>
        <source>An address is enough. Each step is tested, and what fails says what to change; then this window collects.</source>
        <translation>Eine Adresse genügt. Jeder Schritt wird geprüft, und was fehlschlägt, sagt, was zu ändern ist; dann sammelt dieses Fenster.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TableFilesPage</name>
    <message>
        <source>Table files</source>
        <translation>Tabellendateien</translation>
    </message>
    <message>
        <source>The chosen table</source>
        <translation>Die gewählte Tabelle</translation>
    </message>
    <message>
        <source>Trend of</source>
        <translation>Verlauf von</translation>
    </message>
    <message>
        <source>Newest value</source>
        <translation>Neuester Wert</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Was gezeichnet wird</translation>
    </message>
    <message>
        <source>What the rule is for</source>
        <translation>Wofür die Regel ist</translation>
    </message>
    <message>
        <source>Rule for the profile</source>
        <translation>Regel für das Profil</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the rule</source>
        <translation>Die Regel kopieren</translation>
    </message>
    <message>
        <source>For the pipeline of %1, whose offsets nobody reads:</source>
        <translation>Für die Pipeline von %1, deren Offsets niemand liest:</translation>
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
        <translation>%1 filtern</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Esc clears the filter.</source>
        <translation>Nichts passt zu „%1“. Esc löscht den Filter.</translation>
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
        <translation>Kein Topic ist aufgezeichnet.
Einen Sammler starten: tidemark collect --profile FILE, oder eine Geschichte abspielen: tidemark import --story FILE</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>Warum nichts gezeigt wird</translation>
    </message>
    <message>
        <source>Partitions of the topic</source>
        <translation>Partitionen des Topics</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
    <message>
        <source>No topic has been recorded.</source>
        <translation>Kein Topic ist aufgezeichnet.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TidePicker</name>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
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
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
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
        <translation>Offsets über der Zeit</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>Kein Fadenkreuz. Umschalt und eine Pfeiltaste setzen es.</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>Nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Um %1</translation>
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
        <translation>Zeitbereich</translation>
    </message>
    <message>
        <source>Timeline file</source>
        <translation>Timeline-Datei</translation>
    </message>
    <message>
        <source>Visible time</source>
        <translation>Sichtbare Zeit</translation>
    </message>
    <message>
        <source>Length of the visible time</source>
        <translation>Länge der sichtbaren Zeit</translation>
    </message>
    <message>
        <source>%1 · bundle, only read</source>
        <translation>%1 · Bündel, nur gelesen</translation>
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
        <translation>Kein Topic ist aufgezeichnet.
Einen Sammler starten: tidemark collect --profile FILE, oder einmal nachsehen: tidemark topics --bootstrap HOST:PORT</translation>
    </message>
    <message>
        <source>What is required of the chosen topic</source>
        <translation>Was vom gewählten Topic verlangt wird</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TraceCard</name>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Trace of</source>
        <translation>Trace von</translation>
    </message>
    <message>
        <source>First line of the trace</source>
        <translation>Erste Zeile des Traces</translation>
    </message>
    <message>
        <source>Copy trace</source>
        <translation>Trace kopieren</translation>
    </message>
    <message>
        <source>The whole trace</source>
        <translation>Der ganze Trace</translation>
    </message>
    <message>
        <source>Trace of %1</source>
        <translation>Trace von %1</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Fold the trace</source>
        <translation>Den Trace einklappen</translation>
    </message>
    <message>
        <source>Show the whole trace</source>
        <translation>Den ganzen Trace zeigen</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TrendView</name>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Value over time</source>
        <translation>Wert im Lauf der Zeit</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>Kein Fadenkreuz. Umschalt und eine Pfeiltaste setzen es.</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>Nichts zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>tidemark::views::VerdictDialog</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Why another one</source>
        <translation>Warum ein anderes</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>Aussprechen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>needed: it is not what is proposed</source>
        <translation>nötig: Es ist nicht das vorgeschlagene</translation>
    </message>
    <message>
        <source>only where it is another one</source>
        <translation>nur bei einem anderen</translation>
    </message>
</context>
<context>
    <name>tidemark::views::WaterfallCard</name>
    <message>
        <source>%1 in</source>
        <translation>%1 Zugang</translation>
    </message>
    <message>
        <source>rate unknown: %1</source>
        <translation>Rate unbekannt: %1</translation>
    </message>
    <message>
        <source>open transaction %1</source>
        <translation>offene Transaktion %1</translation>
    </message>
    <message>
        <source>unread %1 · reads %2</source>
        <translation>ungelesen %1 · liest %2</translation>
    </message>
    <message>
        <source>not landed %1 · lands %2</source>
        <translation>nicht gelandet %1 · landet %2</translation>
    </message>
    <message>
        <source>with the snapshot</source>
        <translation>mit dem Snapshot</translation>
    </message>
    <message>
        <source>Stages of the path</source>
        <translation>Stationen des Pfads</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>%1, age</source>
        <translation>%1, Alter</translation>
    </message>
    <message>
        <source>%1, gap</source>
        <translation>%1, Abstand</translation>
    </message>
    <message>
        <source>%1, of</source>
        <translation>%1, wovon</translation>
    </message>
    <message>
        <source>%1, evidence</source>
        <translation>%1, Beleg</translation>
    </message>
    <message>
        <source>not instrumented: freshness is a lower bound</source>
        <translation>nicht instrumentiert: das Alter ist eine Untergrenze</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
</context>
</TS>
