<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Actions</name>
    <message>
        <source>Budget</source>
        <translation>バジェット</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>Tide chart</source>
        <translation>タイドグラフ</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>収集元</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後へ</translation>
    </message>
    <message>
        <source>To the oldest</source>
        <translation>最古へ</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>ライブ</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown としてコピー</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>TSV としてコピー</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>ウィンドウ</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>検出結果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>スヌーズ</translation>
    </message>
    <message>
        <source>Tide</source>
        <translation>タイド</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>コネクター</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>インシデント</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>コミットを検証</translation>
    </message>
    <message>
        <source>Incident from here</source>
        <translation>ここからインシデント</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>全レーン</translation>
    </message>
    <message>
        <source>Lock the crosshair</source>
        <translation>十字線を固定</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>次のイベント</translation>
    </message>
    <message>
        <source>Event before</source>
        <translation>前のイベント</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>デッドレター</translation>
    </message>
    <message>
        <source>Pin the lane</source>
        <translation>レーンをピン留め</translation>
    </message>
    <message>
        <source>Note at the crosshair</source>
        <translation>十字線の位置にメモ</translation>
    </message>
    <message>
        <source>Order of onset, compare</source>
        <translation>変化の順序・比較</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>スキーマ</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Window from this event to the next</source>
        <translation>このイベントから次までの期間</translation>
    </message>
    <message>
        <source>Lag map</source>
        <translation>ラグマップ</translation>
    </message>
    <message>
        <source>Open a timeline or bundle</source>
        <translation>タイムラインまたはバンドルを開く</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保持の設定</translation>
    </message>
    <message>
        <source>Table files</source>
        <translation>テーブルファイル</translation>
    </message>
    <message>
        <source>Commands and places</source>
        <translation>コマンドと場所</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Copy a link to this view</source>
        <translation>この画面へのリンクをコピー</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>スタートページ</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>スコアカード</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>発表</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>クラスターに接続</translation>
    </message>
    <message>
        <source>Stop collecting</source>
        <translation>収集を停止</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>レビューを書き出す</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>The step is done now</source>
        <translation>手順を今完了</translation>
    </message>
    <message>
        <source>Take a stamp back</source>
        <translation>完了の記録を取り消し</translation>
    </message>
    <message>
        <source>Abort the drill</source>
        <translation>訓練を中止</translation>
    </message>
    <message>
        <source>Say the verdict</source>
        <translation>判定を下す</translation>
    </message>
    <message>
        <source>Begin a drill</source>
        <translation>訓練を開始</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>別の実行と比較</translation>
    </message>
    <message>
        <source>Export as OpenLineage</source>
        <translation>OpenLineage としてエクスポート</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>来歴</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>増加</translation>
    </message>
</context>
<context>
    <name>Align</name>
    <message>
        <source>%1: cannot tell</source>
        <translation>%1：判断できません</translation>
    </message>
    <message>
        <source>%1: aligned</source>
        <translation>%1：整合</translation>
    </message>
    <message>
        <source>%1: aligned, the source is idle</source>
        <translation>%1：整合、ソースは休止中</translation>
    </message>
    <message>
        <source>%1: %2 in flight</source>
        <translation>%1：%2 が処理中</translation>
    </message>
    <message>
        <source>%1: %2 read, not landed</source>
        <translation>%1：%2 が読み取り済み・未反映</translation>
    </message>
    <message>
        <source>%1: %2 lost</source>
        <translation>%1：%2 が消失</translation>
    </message>
    <message>
        <source>%1: %2 will be lost</source>
        <translation>%1：%2 が消失する見込み</translation>
    </message>
    <message>
        <source>%1: %2 offsets in no commit</source>
        <translation>%1：%2 オフセットがどのコミットにもない</translation>
    </message>
    <message>
        <source>%1: ahead of its group by %2</source>
        <translation>%1：グループより %2 先行</translation>
    </message>
    <message>
        <source>%1: duplicates possible</source>
        <translation>%1：重複の可能性</translation>
    </message>
    <message>
        <source>%1: duplicates</source>
        <translation>%1：重複</translation>
    </message>
    <message>
        <source>%1: table and log do not belong together</source>
        <translation>%1：テーブルとログが対応していません</translation>
    </message>
    <message>
        <source>evidence %1</source>
        <translation>根拠：%1</translation>
    </message>
    <message>
        <source>not landed</source>
        <translation>未反映</translation>
    </message>
    <message>
        <source>late after %1 (assumed)</source>
        <translation>%1 を超えると遅延（仮定値）</translation>
    </message>
    <message>
        <source>late after %1</source>
        <translation>%1 を超えると遅延</translation>
    </message>
    <message>
        <source>late for %1</source>
        <translation>%1 の遅延</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>%1 of %2 partitions known</source>
        <translation>%2 パーティション中 %1 が判明</translation>
    </message>
    <message>
        <source>complete through</source>
        <translation>完全な範囲</translation>
    </message>
    <message>
        <source>all that was produced until then is in the table</source>
        <translation>それまでに生成されたものはすべてテーブルにあります</translation>
    </message>
    <message>
        <source>if the sink restarts now</source>
        <translation>いまシンクが再起動した場合</translation>
    </message>
    <message>
        <source>re-reads %1</source>
        <translation>%1 を再読み取り</translation>
    </message>
    <message numerus="yes">
        <source>%1 exist only in %n announced file(s)</source>
        <translation>
            <numerusform>%1 は通知済みのファイル %n 個にしかありません</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are in no snapshot</source>
        <translation>%1 はどのスナップショットにもありません</translation>
    </message>
    <message>
        <source>up to %1 twice unless the writer is idempotent</source>
        <translation>ライターが冪等でなければ、最大 %1 が重複</translation>
    </message>
    <message>
        <source>nothing is lost, nothing comes twice</source>
        <translation>消失も重複もなし</translation>
    </message>
    <message>
        <source>No tables</source>
        <translation>テーブルなし</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any table.</source>
        <translation>テーブルの記録はまだありません。</translation>
    </message>
    <message>
        <source>%1 of %2 tables in trouble</source>
        <translation>%2 テーブル中 %1 に異常</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>不明 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No partition is known that feeds it: name its topic or group in the profile.</source>
        <translation>供給元のパーティションが不明です。プロファイルにトピックかグループを記述してください。</translation>
    </message>
    <message>
        <source>%1 of %2 partitions, worst %3/%4: </source>
        <translation>%2 パーティション中 %1、最悪は %3/%4：</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions</source>
        <translation>%2 パーティション中 %1</translation>
    </message>
    <message>
        <source>no commit has been seen</source>
        <translation>コミットは未確認</translation>
    </message>
    <message numerus="yes">
        <source>%n contiguous</source>
        <translation>
            <numerusform>連続 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hole(s)</source>
        <translation>
            <numerusform>欠落 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s)</source>
        <translation>
            <numerusform>重なり %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partial</source>
        <translation>
            <numerusform>部分的 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled back</source>
        <translation>
            <numerusform>ロールバック済み %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>newest first · %n commit(s): %1</source>
        <translation>
            <numerusform>新しい順 · コミット %n 件：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>%1 times as fast as it may</source>
        <translation>許容の %1 倍の速さ</translation>
    </message>
    <message>
        <source>%1 good, %2 late, %3 unknown</source>
        <translation>正常 %1、遅延 %2、不明 %3</translation>
    </message>
    <message>
        <source>class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>age now</source>
        <translation>現在の経過時間</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>バジェット</translation>
    </message>
    <message>
        <source>None: no pipeline of the profile gives this path a class with a target.</source>
        <translation>なし：プロファイルのどのパイプラインも、この経路に目標のあるクラスを与えていません。</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>used</source>
        <translation>消費済み</translation>
    </message>
    <message>
        <source>burns, 1 h</source>
        <translation>バーンレート、1 時間</translation>
    </message>
    <message>
        <source>burns, 6 h</source>
        <translation>バーンレート、6 時間</translation>
    </message>
    <message>
        <source>burns, 3 d</source>
        <translation>バーンレート、3 日</translation>
    </message>
</context>
<context>
    <name>ConnectWords</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>ブローカー</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>権限</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>configurations of topics</source>
        <translation>トピックの設定</translation>
    </message>
    <message>
        <source>configurations of brokers</source>
        <translation>ブローカーの設定</translation>
    </message>
    <message>
        <source>reading records</source>
        <translation>レコードの読み取り</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>Everything answers.</source>
        <translation>すべて応答しています。</translation>
    </message>
    <message>
        <source>Everything answers, with something to mend.</source>
        <translation>すべて応答していますが、直すべき点があります。</translation>
    </message>
    <message>
        <source>%1 of %2 answer.</source>
        <translation>%2 件中 %1 件が応答しています。</translation>
    </message>
    <message>
        <source>Nothing answers yet.</source>
        <translation>まだ何も応答していません。</translation>
    </message>
</context>
<context>
    <name>DeadLetterWords</name>
    <message>
        <source>%1 takes %2 of what came from %3</source>
        <translation>%1 は %3 からの %2 を受け入れています</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1 は %2 を受け入れています</translation>
    </message>
    <message>
        <source>, most for %1</source>
        <translation>、主因は %1</translation>
    </message>
    <message>
        <source>Not read. Why they failed stands in their headers; write this to the cluster in the profile:
&quot;read&quot;: [&quot;dead-letters&quot;]</source>
        <translation>読み取っていません。失敗の理由はヘッダーにあります。プロファイルのクラスターに次を追加してください：
&quot;read&quot;: [&quot;dead-letters&quot;]</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>読み取っていません：%1。</translation>
    </message>
    <message>
        <source>%1 records; up to %2 were not read</source>
        <translation>%1 レコード、未読み取りは最大 %2</translation>
    </message>
    <message>
        <source>all, %1 records</source>
        <translation>全 %1 レコード</translation>
    </message>
    <message>
        <source>a share group</source>
        <translation>共有グループ</translation>
    </message>
    <message>
        <source>No header of a family that is known. Of a connector: errors.deadletterqueue.context.headers.enable is false unless it is set.</source>
        <translation>既知の種類のヘッダーがありません。コネクターの場合、errors.deadletterqueue.context.headers.enable は設定しない限り false です。</translation>
    </message>
    <message>
        <source>No dead letters</source>
        <translation>デッドレターなし</translation>
    </message>
    <message>
        <source>No topic takes any.</source>
        <translation>受け入れるトピックはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>トピック %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 not known</source>
        <translation>、不明 %1 件</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) filling</source>
        <translation>
            <numerusform>トピック %n 件で増加中</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 dead letters</source>
        <translation>デッドレター最大 %1 件</translation>
    </message>
    <message>
        <source>Dead letters unknown</source>
        <translation>デッドレター不明</translation>
    </message>
    <message>
        <source>Not every topic that takes them can be seen.</source>
        <translation>デッドレターを受け入れるトピックのすべては見えていません。</translation>
    </message>
    <message>
        <source>None came in the last two minutes.</source>
        <translation>直近 2 分間に新着はありません。</translation>
    </message>
    <message>
        <source>No topic takes dead letters, as far as can be seen.
One is known by the configuration of a connector (errors.deadletterqueue.topic.name) or of the topic (errors.deadletterqueue.group.enable), by “dead_letter” of a pipeline in the profile, by its records&apos; headers, or suggested by its name, as orders-dlq is.
Recorded by: tidemark collect --profile FILE</source>
        <translation>見える範囲では、デッドレターを受け入れるトピックはありません。
判別の手がかり：コネクターの設定 (errors.deadletterqueue.topic.name)、トピックの設定 (errors.deadletterqueue.group.enable)、プロファイルのパイプラインの「dead_letter」、レコードのヘッダー。orders-dlq のような名前は推測にとどまります。
記録するコマンド：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>known by</source>
        <translation>判別の根拠</translation>
    </message>
    <message>
        <source>from</source>
        <translation>元のトピック</translation>
    </message>
    <message>
        <source>perhaps from</source>
        <translation>元のトピック（推測）</translation>
    </message>
    <message>
        <source>written by</source>
        <translation>書き込み元</translation>
    </message>
    <message>
        <source>headers read</source>
        <translation>読み取ったヘッダー</translation>
    </message>
    <message>
        <source>clean-up</source>
        <translation>クリーンアップ</translation>
    </message>
    <message>
        <source>compacted: fewer records than offsets</source>
        <translation>コンパクション済み：レコード数はオフセット数より少ない</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>最古</translation>
    </message>
    <message>
        <source>By the time that the record carries. Connect keeps that of the record that failed.</source>
        <translation>レコード自身の時刻による値です。Connect は失敗したレコードの時刻を引き継ぎます。</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>message</source>
        <translation>メッセージ</translation>
    </message>
    <message>
        <source>headers of</source>
        <translation>ヘッダーの種類</translation>
    </message>
    <message>
        <source>records</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>first read at</source>
        <translation>最初に読んだ位置</translation>
    </message>
    <message>
        <source>last read at</source>
        <translation>最後に読んだ位置</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>DrillPageWords</name>
    <message>
        <source>%1 of %2 steps are done.</source>
        <translation>%2 手順のうち %1 が完了しています。</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>次：%1。</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1、%2：%3</translation>
    </message>
    <message>
        <source>Wait %1 more.</source>
        <translation>あと %1 待ちます。</translation>
    </message>
    <message>
        <source>No drills</source>
        <translation>訓練なし</translation>
    </message>
    <message>
        <source>%1 of %2 incidents and paths rehearsed</source>
        <translation>障害とパス %2 件中 %1 件を訓練済み</translation>
    </message>
    <message>
        <source>Drill %1 has run for %2</source>
        <translation>訓練 %1 は %2 経過</translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) running</source>
        <translation>
            <numerusform>%n 件の訓練が実行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) on record</source>
        <translation>
            <numerusform>%n 件の訓練を記録済み</numerusform>
        </translation>
    </message>
    <message>
        <source>No drill was started</source>
        <translation>開始された訓練はありません</translation>
    </message>
    <message>
        <source>A drill is a failure that people bring about on purpose. They do the steps, Tidemark watches, times and keeps the record; it does nothing to a cluster. Enter on a template begins one.</source>
        <translation>訓練とは、人が意図的に起こす障害です。手順は人が行い、Tidemark は観察、計時、記録だけを行います。クラスターには何もしません。テンプレートで Enter を押すと開始します。</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 の判定：%2</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>提案どおり</translation>
    </message>
    <message>
        <source>proposed was %1</source>
        <translation>提案は %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>提案：%1</translation>
    </message>
    <message>
        <source>a person says the verdict</source>
        <translation>判定は人が下します</translation>
    </message>
    <message>
        <source>, aborted: %1</source>
        <translation>、中止：%1</translation>
    </message>
    <message>
        <source>for</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>期待</translation>
    </message>
    <message>
        <source>steady before</source>
        <translation>事前の安定時間</translation>
    </message>
    <message>
        <source>recovers within</source>
        <translation>回復時間の上限</translation>
    </message>
    <message>
        <source>scorecard</source>
        <translation>スコアカード</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>began</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>stopped when</source>
        <translation>中止条件</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始時</translation>
    </message>
    <message>
        <source>Not all was well before it: the verdict is partial at most.</source>
        <translation>事前に問題があったため、判定は最高でも部分合格です。</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>%1, says %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>提案</translation>
    </message>
    <message>
        <source>because</source>
        <translation>理由</translation>
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
        <translation>判定不能</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>観測済み</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未観測</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>detected after</source>
        <translation>検知まで</translation>
    </message>
    <message>
        <source>first moved after</source>
        <translation>最初の変化まで</translation>
    </message>
    <message>
        <source>recovered after</source>
        <translation>回復まで</translation>
    </message>
    <message>
        <source>detected by</source>
        <translation>検知したもの</translation>
    </message>
    <message>
        <source>moved first</source>
        <translation>最初に変化したもの</translation>
    </message>
    <message>
        <source>greatest age</source>
        <translation>最大の経過時間</translation>
    </message>
    <message>
        <source>least headroom</source>
        <translation>最小の余裕</translation>
    </message>
    <message>
        <source>commits with holes</source>
        <translation>欠落のあるコミット</translation>
    </message>
    <message>
        <source>offsets left out</source>
        <translation>抜けたオフセット</translation>
    </message>
    <message>
        <source>offsets committed twice</source>
        <translation>二重にコミットされたオフセット</translation>
    </message>
    <message>
        <source>offsets lost to retention</source>
        <translation>保持期限で失われたオフセット</translation>
    </message>
    <message>
        <source>recovery waited on</source>
        <translation>回復の待ち要因</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message>
        <source>steps nobody planned</source>
        <translation>予定外の手順</translation>
    </message>
    <message>
        <source>new findings</source>
        <translation>新しい検出</translation>
    </message>
    <message>
        <source>Expected signals</source>
        <translation>期待される信号</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>Asked of people</source>
        <translation>人への質問</translation>
    </message>
    <message>
        <source>Why this verdict</source>
        <translation>この判定の理由</translation>
    </message>
    <message>
        <source>Steady state before</source>
        <translation>事前の定常状態</translation>
    </message>
    <message>
        <source>Steady state now</source>
        <translation>現在の定常状態</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ミリ秒</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>h</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>d</source>
        <translation>日</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>no offset has been committed</source>
        <translation>オフセットが一度もコミットされていません</translation>
    </message>
    <message>
        <source>the cluster does not permit it</source>
        <translation>クラスターが許可していません</translation>
    </message>
    <message>
        <source>the source does not answer</source>
        <translation>収集元が応答しません</translation>
    </message>
    <message>
        <source>no data: the collector was off</source>
        <translation>データなし：コレクターが停止していました</translation>
    </message>
    <message>
        <source>this was never asked for</source>
        <translation>一度も問い合わせていません</translation>
    </message>
    <message>
        <source>not enough history yet</source>
        <translation>履歴がまだ足りません</translation>
    </message>
    <message>
        <source>the partition has no leader</source>
        <translation>パーティションにリーダーがいません</translation>
    </message>
    <message>
        <source>it was deleted</source>
        <translation>削除されました</translation>
    </message>
    <message>
        <source>the source cannot tell</source>
        <translation>収集元からは分かりません</translation>
    </message>
    <message>
        <source>not asked for: it needs permission to read records</source>
        <translation>問い合わせていません：レコードの読み取り権限が必要です</translation>
    </message>
    <message>
        <source>the answers contradict each other</source>
        <translation>応答が互いに矛盾しています</translation>
    </message>
    <message>
        <source>the history of it has expired</source>
        <translation>その履歴は期限切れです</translation>
    </message>
    <message>
        <source>it does not apply here</source>
        <translation>ここには当てはまりません</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>増加中</translation>
    </message>
    <message>
        <source>no consumer</source>
        <translation>コンシューマーなし</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>巻き戻し</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>減少中</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>横ばい</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>読み取り可</translation>
    </message>
    <message>
        <source>group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>queryable</source>
        <translation>クエリ可</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>導出</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>by time look-ups on the broker</source>
        <translation>ブローカーへの時刻検索による</translation>
    </message>
    <message>
        <source>from this file&apos;s history</source>
        <translation>このファイルの履歴による</translation>
    </message>
    <message>
        <source>from the record itself</source>
        <translation>レコード自身による</translation>
    </message>
    <message>
        <source>nothing unread</source>
        <translation>未読なし</translation>
    </message>
    <message>
        <source>records</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>transaction markers, no records</source>
        <translation>トランザクションマーカー、レコードではない</translation>
    </message>
    <message>
        <source>compaction holes, no records</source>
        <translation>コンパクションの空き、レコードではない</translation>
    </message>
    <message>
        <source>an open transaction</source>
        <translation>未完了のトランザクション</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>判断不可</translation>
    </message>
    <message>
        <source>the table itself says the offset</source>
        <translation>テーブル自身がオフセットを示す</translation>
    </message>
    <message>
        <source>joined through the writer&apos;s own log or checkpoint</source>
        <translation>ライター自身のログまたはチェックポイントから対応付け</translation>
    </message>
    <message>
        <source>an upper bound from data or times; holes below it cannot be seen</source>
        <translation>データまたは時刻による上限。それより下の欠落は見えない</translation>
    </message>
    <message>
        <source>nothing says which offsets the table holds</source>
        <translation>テーブルにどのオフセットがあるかを示すものがない</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>整合</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>will lose</source>
        <translation>消失見込み</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>table ahead</source>
        <translation>テーブル先行</translation>
    </message>
    <message>
        <source>duplicate risk</source>
        <translation>重複の恐れ</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>休止</translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>初回</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>連続</translation>
    </message>
    <message>
        <source>hole</source>
        <translation>欠落</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重なり</translation>
    </message>
</context>
<context>
    <name>GrowthWords</name>
    <message>
        <source>kept for %1</source>
        <translation>%1 保持</translation>
    </message>
    <message>
        <source>%1 times as much produced</source>
        <translation>生成量 %1 倍</translation>
    </message>
    <message>
        <source>No topics</source>
        <translation>トピックなし</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>produced since %1</source>
        <translation>%1 からの生成量</translation>
    </message>
    <message numerus="yes">
        <source>How much %n topic(s) hold is not known</source>
        <translation>
            <numerusform>%n 件のトピックの量は不明です</numerusform>
        </translation>
    </message>
    <message>
        <source>Bytes need a metrics source that tells the size of logs; tidemark size --record-bytes takes what a record has.</source>
        <translation>バイト数にはログのサイズを伝えるメトリクスソースが必要です。tidemark size --record-bytes でレコードの大きさを指定できます。</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 件のトピック</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How much %n of them hold is not known: there is no sum.</source>
        <translation>
            <numerusform>そのうち %n 件の量が不明なため、合計はありません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) hold %1</source>
        <translation>
            <numerusform>%n 件のトピックの量は %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A day brings %1. In 30 days: %2.</source>
        <translation>1 日に %1 増えます。30 日後：%2。</translation>
    </message>
    <message>
        <source>What if %1: %2.</source>
        <translation>%1 の場合：%2。</translation>
    </message>
    <message>
        <source>no line: how much is held is not known (%1)</source>
        <translation>線なし：現在の量が不明です（%1）</translation>
    </message>
    <message>
        <source>no line: %1</source>
        <translation>線なし：%1</translation>
    </message>
    <message>
        <source>modelled: %1 now, %2 in 30 days; what if: %3</source>
        <translation>モデル：現在 %1、30 日後 %2、仮定 %3</translation>
    </message>
    <message>
        <source>modelled: %1 now, %2 in 30 days</source>
        <translation>モデル：現在 %1、30 日後 %2</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>%1 not landed</source>
        <translation>%1 が未反映</translation>
    </message>
    <message>
        <source>, the oldest record that is in no snapshot %1 old</source>
        <translation>、スナップショットにない最古のレコードは %1 経過</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 が未読</translation>
    </message>
    <message>
        <source>, the oldest %1 old</source>
        <translation>、最古は %1 経過</translation>
    </message>
    <message>
        <source>%1 read, not landed</source>
        <translation>%1 が読み取り済み・未反映</translation>
    </message>
    <message>
        <source> since %1</source>
        <translation>（%1 から）</translation>
    </message>
    <message>
        <source>tables (no catalog has been recorded)</source>
        <translation>テーブル（カタログの記録なし）</translation>
    </message>
    <message>
        <source>connectors (no Kafka Connect has been recorded)</source>
        <translation>コネクター（Kafka Connect の記録なし）</translation>
    </message>
    <message>
        <source>Cannot see: %1.</source>
        <translation>見えないもの：%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>. Not landed: %1. Unread: %2.</source>
        <translation>。未反映：%1。未読：%2。</translation>
    </message>
    <message>
        <source>; safe until %1</source>
        <translation>、%1 まで安全</translation>
    </message>
    <message>
        <source> Unread: %1.</source>
        <translation>未読：%1。</translation>
    </message>
    <message>
        <source>No paths</source>
        <translation>経路なし</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.</source>
        <translation>グループとトピックの記録はまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>不明 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>正常 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 late</source>
        <translation>%2 件中 %1 件が遅延</translation>
    </message>
    <message>
        <source>%1 of %2 fine</source>
        <translation>%2 件中 %1 件が正常</translation>
    </message>
    <message>
        <source>Nothing that is known is late.</source>
        <translation>分かっている範囲で遅延はありません。</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>遅延はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s), none of them known</source>
        <translation>
            <numerusform>経路 %n 件、すべて状態不明</numerusform>
        </translation>
    </message>
    <message>
        <source>There is not enough history yet, or the sources do not answer.</source>
        <translation>履歴がまだ足りないか、収集元が応答していません。</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目標 %1</translation>
    </message>
    <message>
        <source>How old the end of this path is, is not known: %1.</source>
        <translation>この経路の末端の経過時間は不明です：%1。</translation>
    </message>
    <message>
        <source>The oldest record that has not arrived is %1 old.</source>
        <translation>届いていない最古のレコードは %1 経過しています。</translation>
    </message>
    <message>
        <source>Everything that was produced has arrived.</source>
        <translation>生成されたものはすべて届いています。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>、%1</translation>
    </message>
    <message>
        <source>Whether this path is late is not known: the oldest record that has not arrived is %1 old.</source>
        <translation>この経路が遅延しているかどうかは不明です：届いていない最古のレコードは %1 経過しています。</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1（比較 %2）</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>他</translation>
    </message>
    <message>
        <source>Moved first: %1.</source>
        <translation>最初に変化：%1。</translation>
    </message>
    <message>
        <source>Moved first, in an order that cannot be told: %1.</source>
        <translation>最初に変化（順序は判断不可）：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were abnormal before.</source>
        <translation>
            <numerusform>%n 件は以前から異常でした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unchanged: %1.</source>
        <translation>変化なし：%1。</translation>
    </message>
    <message>
        <source>Cannot see: %1.</source>
        <translation>見えないもの：%1。</translation>
    </message>
    <message>
        <source>Absence of findings is not proof of health.</source>
        <translation>検出結果がないことは健全の証明にはなりません。</translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>変化 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing moved</source>
        <translation>変化なし</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation>何も分かっていません</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>レーン %n 本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 folded</source>
        <translation>%1、折りたたみ %2</translation>
    </message>
    <message>
        <source>%1, in steps of %2</source>
        <translation>%1、%2 刻み</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変化なし</translation>
    </message>
    <message>
        <source>cannot see</source>
        <translation>見えない</translation>
    </message>
    <message>
        <source>so before</source>
        <translation>以前から</translation>
    </message>
    <message>
        <source>near it</source>
        <translation>近くの変更</translation>
    </message>
    <message>
        <source>Samples are kept since %1. What is older stands in steps and is not judged.</source>
        <translation>サンプルは %1 から保持しています。それより古いものは集計値で、判定しません。</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>The history is too short to be compared with, or nobody looked.</source>
        <translation>履歴が短くて比較できないか、収集されていませんでした。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Open the row; on the chart: the record&apos;s journey</source>
        <translation>行を開く。グラフではレコードの道のり</translation>
    </message>
    <message>
        <source>Clear the filter or the crosshair</source>
        <translation>フィルターまたは十字線を消す</translation>
    </message>
    <message>
        <source>Crosshair one poll back or on</source>
        <translation>十字線をポーリング 1 回分前後に移動</translation>
    </message>
    <message>
        <source>On the chart: zoom at the crosshair</source>
        <translation>グラフ：十字線を中心に拡大・縮小</translation>
    </message>
    <message>
        <source>Zoom at the cursor; the wheel alone pans</source>
        <translation>カーソルを中心に拡大・縮小。ホイールだけなら移動</translation>
    </message>
</context>
<context>
    <name>LagMapWords</name>
    <message>
        <source>No consumer groups</source>
        <translation>コンシューマーグループなし</translation>
    </message>
    <message>
        <source>No lag of any group has been recorded in this window.</source>
        <translation>この期間にグループのラグの記録はありません。</translation>
    </message>
    <message>
        <source>%1 of %2 known in part</source>
        <translation>%2 件中 %1 件が部分的に判明</translation>
    </message>
    <message>
        <source>Lag unknown</source>
        <translation>ラグ不明</translation>
    </message>
    <message>
        <source>No lag in this window</source>
        <translation>この期間にラグなし</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) by topic</source>
        <translation>
            <numerusform>トピック別のグループ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Highest: %1</source>
        <translation>最大：%1</translation>
    </message>
    <message>
        <source>%1 in %2, at %3</source>
        <translation>%1（%2、%3）</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Producers</source>
        <translation>プロデューサー</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>ブローカー</translation>
    </message>
    <message>
        <source>Storage of the brokers</source>
        <translation>ブローカーのストレージ</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>トランザクション</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Object store</source>
        <translation>オブジェクトストア</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>カタログ</translation>
    </message>
    <message>
        <source>Embedding, vector store</source>
        <translation>埋め込み・ベクトルストア</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>コレクター</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>LineageWords</name>
    <message>
        <source>exact</source>
        <translation>正確</translation>
    </message>
    <message>
        <source>bounded</source>
        <translation>範囲内</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>少なくとも</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>最大でも</translation>
    </message>
    <message>
        <source>about</source>
        <translation>およそ</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>model version</source>
        <translation>モデルのバージョン</translation>
    </message>
    <message>
        <source>embedding model</source>
        <translation>埋め込みモデル</translation>
    </message>
    <message>
        <source>embedding version</source>
        <translation>埋め込みのバージョン</translation>
    </message>
    <message>
        <source>chunking version</source>
        <translation>分割のバージョン</translation>
    </message>
    <message>
        <source>transform version</source>
        <translation>変換のバージョン</translation>
    </message>
    <message>
        <source>metadata policy</source>
        <translation>メタデータの方針</translation>
    </message>
    <message>
        <source>access tag</source>
        <translation>アクセスタグ</translation>
    </message>
    <message>
        <source>region</source>
        <translation>リージョン</translation>
    </message>
    <message>
        <source>deletions</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>job</source>
        <translation>ジョブ</translation>
    </message>
    <message>
        <source>goes on from</source>
        <translation>前の実行</translation>
    </message>
</context>
<context>
    <name>MetricsWords</name>
    <message>
        <source>%1 of %2 sources</source>
        <translation>収集元 %2 件中 %1 件</translation>
    </message>
    <message>
        <source>No metrics are collected</source>
        <translation>メトリクス未収集</translation>
    </message>
    <message>
        <source>What brokers, sinks and stores say of themselves is not seen.</source>
        <translation>ブローカー、シンク、ストアが自ら示す値は見えません。</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 が応答しません</translation>
    </message>
    <message>
        <source>What it measures now is unknown: %1</source>
        <translation>現在の測定値は不明です：%1</translation>
    </message>
    <message>
        <source>Nothing matched of %1</source>
        <translation>%1 に一致するものなし</translation>
    </message>
    <message>
        <source>It answers, but none of what it exposes is a signal that is known.</source>
        <translation>応答はありますが、公開しているものに既知のシグナルがありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>値 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>不明 %1 件</translation>
    </message>
    <message>
        <source>Every source answers.</source>
        <translation>すべての収集元が応答しています。</translation>
    </message>
    <message>
        <source>No source measures these layers: %1.</source>
        <translation>次の層を測定する収集元がありません：%1。</translation>
    </message>
    <message>
        <source>No metrics are collected. Name an endpoint in the profile:
%1
and start a collector: tidemark collect --profile FILE</source>
        <translation>メトリクスを収集していません。プロファイルにエンドポイントを記述し：
%1
コレクターを起動してください：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>クラスター</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>応答あり</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>asked last</source>
        <translation>最後の問い合わせ</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>シグナル</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>It exposes no metric by which a preset knows these signals. What is exposed is read by: tidemark metrics --parse FILE</source>
        <translation>プリセットがこれらのシグナルを判別できるメトリックを公開していません。公開内容を読むには：tidemark metrics --parse FILE</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>source</source>
        <translation>収集元</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>%1 exposes no metric that is known for it; it would tell of this layer.</source>
        <translation>%1 は対応する既知のメトリックを公開していません。あればこの層が分かります。</translation>
    </message>
    <message>
        <source>object</source>
        <translation>オブジェクト</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>scraped</source>
        <translation>取得時刻</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>メトリック</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>, nothing in this window</source>
        <translation>、この期間にデータなし</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 パーティション中 %1。残りは不明</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目標 %1</translation>
    </message>
    <message>
        <source>not landed</source>
        <translation>未反映</translation>
    </message>
    <message>
        <source>over its budget</source>
        <translation>バジェット超過</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>near its budget</source>
        <translation>バジェット間近</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>バジェットなし</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, %1 %</source>
        <translation>、%1 %</translation>
    </message>
    <message>
        <source>at least %1, as a hop is not seen: %2</source>
        <translation>%1 以上（見えないホップがある：%2）</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 以下</translation>
    </message>
    <message>
        <source>at most %1, at least %2</source>
        <translation>%2 以上 %1 以下</translation>
    </message>
</context>
<context>
    <name>ProvenanceWords</name>
    <message>
        <source>Run %1</source>
        <translation>実行 %1</translation>
    </message>
    <message>
        <source>This</source>
        <translation>これ</translation>
    </message>
    <message>
        <source>Snapshot %1 of %2</source>
        <translation>%2 のスナップショット %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>少なくとも %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Whole: every partition reaches %1.</source>
        <translation>完全：全パーティションが %1 に達しています。</translation>
    </message>
    <message>
        <source>Not whole: %1 of %2 partitions do not reach %3.</source>
        <translation>不完全：%2 パーティション中 %1 が %3 に達していません。</translation>
    </message>
    <message>
        <source>Whether it is whole at %1 cannot be told.</source>
        <translation>%1 時点で完全かどうかは分かりません。</translation>
    </message>
    <message>
        <source>How the one follows on the other cannot be told.</source>
        <translation>両者のつながりは分かりません。</translation>
    </message>
    <message>
        <source>The one follows on the other: %1.</source>
        <translation>両者のつながり：%1。</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>申告なし</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after.</source>
        <translation>%1：前は %2、後は %3。</translation>
    </message>
    <message>
        <source>No runs</source>
        <translation>実行なし</translation>
    </message>
    <message>
        <source>Cannot answer</source>
        <translation>回答できません</translation>
    </message>
    <message>
        <source>No run is registered</source>
        <translation>登録された実行はありません</translation>
    </message>
    <message>
        <source>Which data did this model see? Register a run: tidemark lineage register RUN --model M --input TABLE@SNAPSHOT, or tidemark lineage import FILE of OpenLineage or MLflow.</source>
        <translation>このモデルはどのデータを読んだか。実行を登録します：tidemark lineage register RUN --model M --input TABLE@SNAPSHOT、または OpenLineage か MLflow の tidemark lineage import FILE。</translation>
    </message>
    <message>
        <source>Which data was seen is not known</source>
        <translation>どのデータが読まれたか不明です</translation>
    </message>
    <message>
        <source>%1: cannot answer because %2.</source>
        <translation>%1：回答できません。理由：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 offsets of %n partition(s): %2</source>
        <translation>
            <numerusform>%n パーティションの %1 オフセット：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 saw these data.</source>
        <translation>%1 はこれらのデータを読みました。</translation>
    </message>
    <message>
        <source>Against %1: %2</source>
        <translation>%1 との比較：%2</translation>
    </message>
    <message>
        <source>started</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>source snapshots</source>
        <translation>元のスナップショット</translation>
    </message>
    <message>
        <source>not exact because</source>
        <translation>正確でない理由</translation>
    </message>
    <message>
        <source>certainly not seen</source>
        <translation>確実に読まれていない</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完全性</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>by %1 at %2</source>
        <translation>%2 に %1</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>ハッシュ</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>%1 is gone</source>
        <translation>%1 はもうありません</translation>
    </message>
    <message>
        <source>%1, written %2</source>
        <translation>%1、書き込み %2</translation>
    </message>
</context>
<context>
    <name>ReplayWords</name>
    <message>
        <source>Through at %1.</source>
        <translation>%1 に完了。</translation>
    </message>
    <message>
        <source>%1 read again, %2 left.</source>
        <translation>%1 を再読み取り、残り %2。</translation>
    </message>
    <message>
        <source>From %1 on retention takes records that are not read yet.</source>
        <translation>%1 以降、未読のレコードが保持期限で削除されます。</translation>
    </message>
    <message>
        <source>When it is through cannot be told: %1.</source>
        <translation>完了時刻は判断できません：%1。</translation>
    </message>
    <message>
        <source>%1: %2 old, %3 before</source>
        <translation>%1：経過 %2、以前は %3</translation>
    </message>
    <message>
        <source>No replay</source>
        <translation>リプレイなし</translation>
    </message>
    <message>
        <source>No group reads again what it had read, and nobody declared that one will.</source>
        <translation>既読分を再読み取りしているグループはなく、予定の宣言もありません。</translation>
    </message>
    <message>
        <source>, slower than retention</source>
        <translation>、保持期限の進みより遅い</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s)</source>
        <translation>
            <numerusform>リプレイ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>until it is live</source>
        <translation>ライブに追いつくまで</translation>
    </message>
    <message>
        <source>a range</source>
        <translation>範囲指定</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>declared by</source>
        <translation>宣言者</translation>
    </message>
    <message>
        <source>throttle</source>
        <translation>スロットル</translation>
    </message>
    <message>
        <source>idempotent</source>
        <translation>冪等</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>宣言</translation>
    </message>
    <message>
        <source>By nobody: tidemark replay declare says why and by whom.</source>
        <translation>宣言なし：tidemark replay declare で理由と担当を示せます。</translation>
    </message>
    <message>
        <source>drains, 2 min</source>
        <translation>減少、2 分</translation>
    </message>
    <message>
        <source>drains, 20 min</source>
        <translation>減少、20 分</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>live groups</source>
        <translation>ライブのグループ</translation>
    </message>
    <message>
        <source>forecasts before</source>
        <translation>過去の予測</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s); the band held in %1</source>
        <translation>
            <numerusform>リプレイ %n 件、予測幅に収まったのは %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>n/a</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>免除</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>免除</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>measurement</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>evidence %1</source>
        <translation>根拠 %1</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>しきい値 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>一部合格</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>測定済み</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>attested</source>
        <translation>証言</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>something else makes up for it</source>
        <translation>別の対策で補われている</translation>
    </message>
    <message>
        <source>the risk is accepted</source>
        <translation>リスクを受け入れている</translation>
    </message>
    <message>
        <source>not detected</source>
        <translation>検出されない</translation>
    </message>
    <message>
        <source>system</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>raised by %1, the evidence says %2: %3</source>
        <translation>%1 が引き上げ、根拠では %2：%3</translation>
    </message>
    <message>
        <source>lowered by %1, the evidence says %2: %3</source>
        <translation>%1 が引き下げ、根拠では %2：%3</translation>
    </message>
    <message>
        <source>Over: the evidence does not say any more what it was given for</source>
        <translation>終了：根拠が免除の理由と一致しなくなりました</translation>
    </message>
    <message>
        <source>Over since %1</source>
        <translation>%1 に終了</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>%1; %2: %3; asked for by %4, approved by %5</source>
        <translation>%1。%2：%3。申請 %4、承認 %5</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>1 分未満</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 日</translation>
    </message>
    <message>
        <source>cause unknown</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>%1 %2 → %3 (%4)</source>
        <translation>%1 %2 → %3（%4）</translation>
    </message>
    <message>
        <source>, %1 not known</source>
        <translation>、%1 は不明</translation>
    </message>
    <message>
        <source>%1 of %2 minutes on time</source>
        <translation>%2 分のうち %1 分が期限内</translation>
    </message>
    <message>
        <source>%1 of %2 commits follow on</source>
        <translation>%2 件のコミットのうち %1 件が連続</translation>
    </message>
    <message>
        <source>%1 wanted, retention unknown</source>
        <translation>%1 が必要、保持期限は不明</translation>
    </message>
    <message>
        <source>%1 of %2 can be read again</source>
        <translation>%2 のうち %1 を再読み取り可能</translation>
    </message>
    <message>
        <source>%1 wanted, headroom unknown</source>
        <translation>%1 が必要、余裕は不明</translation>
    </message>
    <message>
        <source>%1 of %2 of headroom</source>
        <translation>余裕 %2 のうち %1</translation>
    </message>
    <message>
        <source>%1 of headroom or more</source>
        <translation>余裕 %1 以上</translation>
    </message>
    <message>
        <source>%1 seen</source>
        <translation>%1 を確認</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>when it recovered is unknown</source>
        <translation>回復した時刻は不明</translation>
    </message>
    <message>
        <source>recovered in %1, %2 too late</source>
        <translation>%1 で回復、%2 超過</translation>
    </message>
    <message>
        <source>recovered in %1</source>
        <translation>%1 で回復</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>カバレッジ %1</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1、%2 経過</translation>
    </message>
</context>
<context>
    <name>SayWords</name>
    <message>
        <source>What it is of</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>動作</translation>
    </message>
</context>
<context>
    <name>SchemasWords</name>
    <message>
        <source>%1 version %2 %3, %4</source>
        <translation>%1 バージョン %2 %3、%4</translation>
    </message>
    <message>
        <source>%1: %2 → %3, %4</source>
        <translation>%1：%2 → %3、%4</translation>
    </message>
    <message>
        <source>Records of %1 fail</source>
        <translation>%1 のレコードが失敗</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 が応答しません</translation>
    </message>
    <message>
        <source>What it has now is unknown: %1</source>
        <translation>現在の内容は不明です：%1</translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <translation>%1 → %2、%3</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>応答あり</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>スキーマレジストリ</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>its level</source>
        <translation>そのレベル</translation>
    </message>
    <message>
        <source>it was</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>its mode</source>
        <translation>そのモード</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>完全削除</translation>
    </message>
    <message>
        <source>softly</source>
        <translation>論理削除</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>No schema registry is watched</source>
        <translation>スキーマレジストリ未監視</translation>
    </message>
    <message>
        <source>Whether a schema changed before records failed cannot be told.</source>
        <translation>レコードが失敗する前にスキーマが変わったかは判断できません。</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>サブジェクト %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed since %2</source>
        <translation>%2 以降 %1 件が変更</translation>
    </message>
    <message>
        <source>none changed since %1</source>
        <translation>%1 以降変更なし</translation>
    </message>
    <message numerus="yes">
        <source>, %n not checked</source>
        <translation>
            <numerusform>、未チェック %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Every registry answers.</source>
        <translation>すべてのレジストリが応答しています。</translation>
    </message>
    <message>
        <source>Last change: %1.</source>
        <translation>最後の変更：%1。</translation>
    </message>
    <message>
        <source>%1 has not answered yet: %2</source>
        <translation>%1 はまだ応答していません：%2</translation>
    </message>
    <message>
        <source>The registry has no subject.</source>
        <translation>レジストリにサブジェクトがありません。</translation>
    </message>
    <message>
        <source>No schema registry is watched. Name one in the profile:
%1
and start a collector: tidemark collect --profile FILE</source>
        <translation>スキーマレジストリを監視していません。プロファイルに記述し：
%1
コレクターを起動してください：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>records fail</source>
        <translation>レコードが失敗</translation>
    </message>
    <message>
        <source>next</source>
        <translation>次の操作</translation>
    </message>
    <message>
        <source>compatibility</source>
        <translation>互換性</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>unknown: no topic has its name</source>
        <translation>不明：同名のトピックなし</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>最後の変更</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>削除済み</translation>
    </message>
    <message>
        <source>%1 is not asked any more</source>
        <translation>%1 はもう問い合わせていません</translation>
    </message>
</context>
<context>
    <name>ScorecardWords</name>
    <message>
        <source>%1 strong</source>
        <translation>良好 %1</translation>
    </message>
    <message>
        <source>%1 to improve</source>
        <translation>要改善 %1</translation>
    </message>
    <message>
        <source>%1 weak</source>
        <translation>弱い %1</translation>
    </message>
    <message>
        <source>%1 waived</source>
        <translation>免除 %1</translation>
    </message>
    <message>
        <source>%1 not applicable</source>
        <translation>該当なし %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): </source>
        <translation>
            <numerusform>%n 行：</numerusform>
        </translation>
    </message>
    <message>
        <source>counts until %1</source>
        <translation>%1 まで有効</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>review</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>nothing is rated</source>
        <translation>評価された行なし</translation>
    </message>
    <message numerus="yes">
        <source>score %1 in %n row(s)</source>
        <translation>
            <numerusform>スコア %1 が %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No review was frozen before.</source>
        <translation>以前に凍結されたレビューはありません。</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>変化はありません。</translation>
    </message>
    <message numerus="yes">
        <source>No rating changed; %n thing(s) beneath did.</source>
        <translation>
            <numerusform>評価の変化はありませんが、その元になる %n 件が変わりました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>No review</source>
        <translation>レビューなし</translation>
    </message>
    <message>
        <source>No scorecard</source>
        <translation>スコアカードなし</translation>
    </message>
    <message>
        <source>The card has no rows.</source>
        <translation>カードに行がありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), 0 evidence: all red until evidenced</source>
        <translation>
            <numerusform>%n 行、根拠 0 件：根拠が示されるまですべて赤</numerusform>
        </translation>
    </message>
    <message>
        <source>tidemark scorecard evidence --take measures what can be measured and stores it.</source>
        <translation>tidemark scorecard evidence --take は、測定できるものを測定して保存します。</translation>
    </message>
    <message>
        <source>Weakest: %1.</source>
        <translation>最も弱い行：%1。</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>%1 以降：%2</translation>
    </message>
    <message>
        <source>%1, frozen as %2 at %3</source>
        <translation>%1、%3 に %2 として凍結</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>said</source>
        <translation>人の判断</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>免除</translation>
    </message>
    <message>
        <source>because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>to raise it</source>
        <translation>引き上げるには</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>none counts: it is unknown</source>
        <translation>有効な根拠なし：不明</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>示されたこと</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>measured by</source>
        <translation>測定方法</translation>
    </message>
    <message>
        <source>1 looks like</source>
        <translation>1 の状態</translation>
    </message>
    <message>
        <source>5 looks like</source>
        <translation>5 の状態</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変化</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>n/a</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>免除</translation>
    </message>
    <message>
        <source>raised by %1</source>
        <translation>%1 が引き上げ</translation>
    </message>
    <message>
        <source>lowered by %1</source>
        <translation>%1 が引き下げ</translation>
    </message>
    <message>
        <source>No row is weak.</source>
        <translation>弱い行はありません。</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>準備状況</translation>
    </message>
    <message>
        <source>CHANGED SINCE %1</source>
        <translation>%1 以降の変化</translation>
    </message>
    <message>
        <source>CHANGED</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>WEAKEST</source>
        <translation>最も弱い行</translation>
    </message>
    <message>
        <source>LARGEST RISKS</source>
        <translation>最大のリスク</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Why, in a line</source>
        <translation>理由（一行）</translation>
    </message>
    <message>
        <source>WHAT IS SHOWN, THE WORST FIRST</source>
        <translation>示されたこと（悪い順）</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>EVIDENCE</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>None that counts: what is not shown is unknown, never a pass.</source>
        <translation>有効な根拠なし。示されていないものは不明であり、合格にはなりません。</translation>
    </message>
    <message>
        <source>EVIDENCE (%1)</source>
        <translation>根拠（%1）</translation>
    </message>
    <message>
        <source>outcome %1</source>
        <translation>結果 %1</translation>
    </message>
    <message>
        <source>tested %1</source>
        <translation>検証 %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>所有者 %1</translation>
    </message>
    <message>
        <source>owner unknown</source>
        <translation>所有者不明</translation>
    </message>
    <message>
        <source>SAID BY A PERSON</source>
        <translation>人の判断</translation>
    </message>
    <message>
        <source>WAIVER</source>
        <translation>免除</translation>
    </message>
    <message>
        <source>BECAUSE</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>TO RAISE IT</source>
        <translation>引き上げるには</translation>
    </message>
    <message>
        <source>THRESHOLD</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>1 LOOKS LIKE</source>
        <translation>1 の状態</translation>
    </message>
    <message>
        <source>5 LOOKS LIKE</source>
        <translation>5 の状態</translation>
    </message>
    <message>
        <source>several owners</source>
        <translation>複数の所有者</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>アクション</translation>
    </message>
    <message>
        <source>Nothing would raise a score.</source>
        <translation>スコアを引き上げるものはありません。</translation>
    </message>
    <message>
        <source>What would raise the scores, the weakest rows first</source>
        <translation>スコアを引き上げる事項（弱い行から）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Evidence ends</source>
        <translation>根拠の期限</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>まだなし</translation>
    </message>
    <message>
        <source>%1: evidence</source>
        <translation>%1：根拠</translation>
    </message>
    <message>
        <source>says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>counts until %1 · hash %2</source>
        <translation>%1 まで有効 · ハッシュ %2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <translation>%1 以降の変化</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>frozen at %1</source>
        <translation>%1 に凍結</translation>
    </message>
    <message>
        <source>No review was frozen before.</source>
        <translation>以前に凍結されたレビューはありません。</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>変化はありません。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Up and down choose, Enter opens</source>
        <translation>上下で選択、Enter で開く</translation>
    </message>
    <message>
        <source>evidence frozen %1 UTC</source>
        <translation>%1 UTC 時点の根拠</translation>
    </message>
    <message>
        <source>not a milestone</source>
        <translation>マイルストーンではない</translation>
    </message>
    <message>
        <source>Tidemark · %1 · rules %2 · %3 %4</source>
        <translation>Tidemark · %1 · ルール %2 · %3 %4</translation>
    </message>
    <message>
        <source>card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>ハッシュ</translation>
    </message>
</context>
<context>
    <name>TableFilesWords</name>
    <message>
        <source>never: %1</source>
        <translation>なし：%1</translation>
    </message>
    <message>
        <source>never: the first version is there</source>
        <translation>なし：最初のバージョンが残っている</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1 より前</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 から %2 の間</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 以前</translation>
    </message>
    <message>
        <source>, of %1</source>
        <translation>、%1 による</translation>
    </message>
    <message>
        <source>, reads %1</source>
        <translation>、%1 として読み取り</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>テーブル %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) their files</source>
        <translation>
            <numerusform>ファイル情報あり %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Smallest files: %1, %2 on average in %3 files.</source>
        <translation>最小のファイル：%1、平均 %2、ファイル %3 個。</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) with delete files, which every reader has to read.</source>
        <translation>
            <numerusform>削除ファイルのあるテーブル %n 件。読み取り側は必ず読む必要があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>No table tells its files; the facts of each say why.</source>
        <translation>ファイル情報のあるテーブルがありません。理由は各詳細を見てください。</translation>
    </message>
    <message>
        <source>No table is watched. Name its catalog in a profile:
%1
and watch with it:
tidemark collect --profile FILE</source>
        <translation>テーブルを監視していません。プロファイルにカタログを記述し：
%1
それで監視してください：
tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>data files</source>
        <translation>データファイル</translation>
    </message>
    <message>
        <source>size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>mean file size</source>
        <translation>平均ファイルサイズ</translation>
    </message>
    <message>
        <source>delete files</source>
        <translation>削除ファイル</translation>
    </message>
    <message>
        <source>deletion vectors</source>
        <translation>削除ベクトル</translation>
    </message>
    <message>
        <source>position deletes</source>
        <translation>位置削除</translation>
    </message>
    <message>
        <source>equality deletes</source>
        <translation>等価削除</translation>
    </message>
    <message>
        <source>versions kept</source>
        <translation>保持バージョン</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>compacted</source>
        <translation>コンパクション</translation>
    </message>
    <message>
        <source>cleaned up</source>
        <translation>クリーンアップ</translation>
    </message>
    <message>
        <source>format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>ライター</translation>
    </message>
    <message>
        <source>newest version</source>
        <translation>最新バージョン</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>コミット</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>スキーマ</translation>
    </message>
    <message>
        <source>no change is known</source>
        <translation>既知の変更なし</translation>
    </message>
    <message>
        <source>carries</source>
        <translation>保持情報</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nothing in this window</source>
        <translation>この期間にデータなし</translation>
    </message>
    <message>
        <source>schema, by then</source>
        <translation>この時点までのスキーマ変更</translation>
    </message>
</context>
<context>
    <name>Tide</name>
    <message>
        <source>more than %1</source>
        <translation>%1 超</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>LSO</translation>
    </message>
    <message>
        <source>high</source>
        <translation>HW</translation>
    </message>
    <message>
        <source>not landed %1</source>
        <translation>未反映 %1</translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation>未読 %1</translation>
    </message>
    <message>
        <source>rebuilt, not collected, until %1</source>
        <translation>%1 までは再構成（収集値ではない）</translation>
    </message>
</context>
<context>
    <name>TopicsWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is enough, %2 required</source>
        <translation>%1 で十分（要件 %2）</translation>
    </message>
    <message>
        <source>%1 is not enough, %2 required</source>
        <translation>%1 では不足（要件 %2）</translation>
    </message>
    <message>
        <source>cannot be told: configured is %1, required %2</source>
        <translation>判断できません：設定は %1、要件は %2</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>不明（%1）</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>%1 のため</translation>
    </message>
    <message>
        <source>required</source>
        <translation>要件</translation>
    </message>
    <message>
        <source>nothing: no path runs over it</source>
        <translation>なし：通る経路がありません</translation>
    </message>
    <message>
        <source>%1 of %2 settings are not met</source>
        <translation>設定 %2 件中 %1 件が未達</translation>
    </message>
    <message>
        <source>%1 of %2 settings are unknown</source>
        <translation>設定 %2 件中 %1 件が不明</translation>
    </message>
    <message numerus="yes">
        <source>all %n setting(s) are met</source>
        <translation>
            <numerusform>設定 %n 件すべてを満たす</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>As many rows as the log has records.</source>
        <translation>行数はログのレコード数と同じです。</translation>
    </message>
    <message>
        <source>Fewer rows than records: the rest is filtered, in another table, or lost.</source>
        <translation>行数がレコード数より少ない：残りはフィルターされたか、別のテーブルにあるか、消失しました。</translation>
    </message>
    <message>
        <source>More rows than records: duplicates, or several rows of one record.</source>
        <translation>行数がレコード数より多い：重複か、1 レコードから複数行です。</translation>
    </message>
    <message>
        <source>More rows than the log has offsets there: duplicates, or several rows of one record.</source>
        <translation>行数がログのその範囲のオフセット数より多い：重複か、1 レコードから複数行です。</translation>
    </message>
    <message>
        <source>Cannot tell: nobody says which offsets the snapshot covers.</source>
        <translation>判断できません：スナップショットが含むオフセットを示すものがありません。</translation>
    </message>
    <message>
        <source>Cannot tell: the snapshot does not say how many rows it added.</source>
        <translation>判断できません：スナップショットが追加行数を示していません。</translation>
    </message>
    <message>
        <source>Cannot tell: offsets bound the records from above only, because markers, holes and aborted records take offsets too.</source>
        <translation>判断できません：マーカー、空き、中断されたレコードもオフセットを占めるため、オフセットはレコード数の上限しか示しません。</translation>
    </message>
    <message>
        <source>at most %1, not counted</source>
        <translation>最大 %1（未計数）</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>コミットを検証</translation>
    </message>
    <message>
        <source>Verify the commit of %1</source>
        <translation>%1 のコミットを検証</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>rows added</source>
        <translation>追加された行</translation>
    </message>
    <message>
        <source>records in the log</source>
        <translation>ログのレコード</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>to count them</source>
        <translation>数えるには</translation>
    </message>
    <message>
        <source>%1
with a profile whose cluster says that its records may be counted</source>
        <translation>%1
プロファイルで、このクラスターのレコードを数えてよいと記述してください</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>next</source>
        <translation>次の操作</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>対応不要</translation>
    </message>
    <message>
        <source>speaks for it</source>
        <translation>裏付け</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>反する点</translation>
    </message>
    <message>
        <source>would settle it</source>
        <translation>決め手になるもの</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>確度</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>スヌーズ中</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>不明 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>正常 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 unread, the oldest %3 old</source>
        <translation>%1：未読 %2、最古は %3 経過</translation>
    </message>
    <message>
        <source>%1: %2 unread, their age is unknown (%3)</source>
        <translation>%1：未読 %2、経過時間は不明（%3）</translation>
    </message>
    <message>
        <source>No consumer groups</source>
        <translation>コンシューマーグループなし</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group.</source>
        <translation>グループの記録はまだありません。</translation>
    </message>
    <message>
        <source>%1 of %2 groups behind</source>
        <translation>%2 グループ中 %1 が遅延</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) keep up</source>
        <translation>
            <numerusform>グループ %n 件が追従</numerusform>
        </translation>
    </message>
    <message>
        <source>Furthest behind: %1</source>
        <translation>最も遅れ：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), state unknown</source>
        <translation>
            <numerusform>グループ %n 件、状態不明</numerusform>
        </translation>
    </message>
    <message>
        <source>No topics</source>
        <translation>トピックなし</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any topic.</source>
        <translation>トピックの記録はまだありません。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>トピック %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) behind</source>
        <translation>
            <numerusform>コンシューマー %n 件が遅延</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a partition without leader</source>
        <translation>
            <numerusform>リーダー不在のパーティションあり %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a reader</source>
        <translation>
            <numerusform>コンシューマーなし %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) unknown</source>
        <translation>
            <numerusform>コンシューマー不明 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is read by %2 with %3 unread, the oldest %4 old.</source>
        <translation>%1 を %2 が読み取り中、未読 %3、最古は %4 経過。</translation>
    </message>
    <message>
        <source>Every reader that is known keeps up.</source>
        <translation>分かっているコンシューマーはすべて追従しています。</translation>
    </message>
    <message>
        <source>No reader is known yet.</source>
        <translation>コンシューマーはまだ分かっていません。</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>収集元なし</translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.</source>
        <translation>このファイルにはまだ何も収集されていません。</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>収集元 %2 件中 %1 件が正常</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 last answered everything at %2.</source>
        <translation>%1 が最後にすべて応答したのは %2 です。</translation>
    </message>
    <message>
        <source>Every poll that was due is here or accounted for.</source>
        <translation>予定のポーリングはすべて完了しているか、理由が分かっています。</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒否：%1</translation>
    </message>
    <message>
        <source>sum over %1 of %2 partitions: those the group has an offset in</source>
        <translation>%2 パーティション中 %1 の合計：グループのオフセットがあるもの</translation>
    </message>
    <message numerus="yes">
        <source>sum over %n partition(s)</source>
        <translation>
            <numerusform>%n パーティションの合計</numerusform>
        </translation>
    </message>
    <message>
        <source>No sample in this window. F shows everything there is.</source>
        <translation>この期間にサンプルがありません。F ですべてを表示します。</translation>
    </message>
    <message>
        <source>No group reads it. High mark %1.</source>
        <translation>読み取るグループはありません。ハイウォーターマーク %1。</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>不明（%1）</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1 超</translation>
    </message>
    <message>
        <source>%1, the oldest %2 old</source>
        <translation>%1、最古は %2 経過</translation>
    </message>
    <message>
        <source>At %1: unread by %2: %3.</source>
        <translation>%1 時点、%2 の未読：%3。</translation>
    </message>
    <message>
        <source>Not landed: %1.</source>
        <translation>未反映：%1。</translation>
    </message>
    <message>
        <source>Open transaction: %1.</source>
        <translation>未完了のトランザクション：%1。</translation>
    </message>
    <message>
        <source>a vertical distance is records, a horizontal one is time</source>
        <translation>縦の距離はレコード数、横の距離は時間</translation>
    </message>
    <message>
        <source>No connectors</source>
        <translation>コネクターなし</translation>
    </message>
    <message>
        <source>Nothing has been recorded about Kafka Connect.</source>
        <translation>Kafka Connect の記録はまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>一時停止 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s)</source>
        <translation>
            <numerusform>コネクター %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s) fine</source>
        <translation>
            <numerusform>コネクター %n 件が正常</numerusform>
        </translation>
    </message>
    <message>
        <source>Of some of them nothing certain is known.</source>
        <translation>一部については確かなことが分かりません。</translation>
    </message>
    <message>
        <source>Every task that should run runs and reads.</source>
        <translation>動くべきタスクはすべて動作し、読み取っています。</translation>
    </message>
    <message>
        <source>%1 of %2 connectors in trouble</source>
        <translation>コネクター %2 件中 %1 件に異常</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>（%1 から）</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>; %1</source>
        <translation>、%1</translation>
    </message>
</context>
<context>
    <name>tidemark::AlignModel</name>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 パーティション中 %1。残りは不明</translation>
    </message>
    <message>
        <source>re-reads %1</source>
        <translation>%1 を再読み取り</translation>
    </message>
    <message>
        <source>re-reads nothing</source>
        <translation>再読み取りなし</translation>
    </message>
    <message>
        <source>%1 in no snapshot</source>
        <translation>%1 がスナップショットになし</translation>
    </message>
    <message>
        <source>up to %1 twice unless idempotent</source>
        <translation>冪等でなければ最大 %1 が重複</translation>
    </message>
    <message>
        <source>Table, partition</source>
        <translation>テーブル、パーティション</translation>
    </message>
    <message>
        <source>Tables, and the partitions that feed them</source>
        <translation>テーブルと、その供給元のパーティション</translation>
    </message>
    <message>
        <source>floor | table | group | high</source>
        <translation>開始 | テーブル | グループ | HW</translation>
    </message>
    <message>
        <source>What is landed, not landed and unread of what the log holds</source>
        <translation>ログの内容のうち、反映済み・未反映・未読の部分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What two pairs of samples prove of table and group</source>
        <translation>2 組のサンプルがテーブルとグループについて示すこと</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>未反映</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>グループは通過したがテーブルにはまだないオフセット</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>読み取れるのにまだ読まれていないレコード</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>Since when the group is ahead of the table, UTC</source>
        <translation>グループがテーブルより先行し始めた時刻、UTC</translation>
    </message>
    <message>
        <source>Table (next)</source>
        <translation>テーブル（次）</translation>
    </message>
    <message>
        <source>The next offset that is not in the table</source>
        <translation>テーブルにまだない次のオフセット</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>The group&apos;s offset: the next one that it reads</source>
        <translation>グループのオフセット：次に読むもの</translation>
    </message>
    <message>
        <source>High</source>
        <translation>HW</translation>
    </message>
    <message>
        <source>The end of the log</source>
        <translation>ログの末尾</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>How the table&apos;s offset is known</source>
        <translation>テーブルのオフセットがどう分かったか</translation>
    </message>
    <message>
        <source>If the sink restarts now</source>
        <translation>いまシンクが再起動した場合</translation>
    </message>
    <message>
        <source>What is read again, what nobody reads again, what may come twice</source>
        <translation>再び読まれるもの、もう読まれないもの、重複し得るもの</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>パーティション %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>floor %1, table %2, group %3, stable %4, high %5</source>
        <translation>開始 %1、テーブル %2、グループ %3、LSO %4、HW %5</translation>
    </message>
    <message>
        <source>the table is ahead of the group by %1</source>
        <translation>テーブルがグループより %1 先行</translation>
    </message>
    <message>
        <source>late after %1 (assumed)</source>
        <translation>%1 を超えると遅延（仮定値）</translation>
    </message>
    <message>
        <source>late after %1</source>
        <translation>%1 を超えると遅延</translation>
    </message>
    <message>
        <source>it reads on from %1</source>
        <translation>%1 から読み取りを続けます</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparedModel</name>
    <message>
        <source>Where the gap grew</source>
        <translation>ギャップが増えた箇所</translation>
    </message>
    <message>
        <source>The parts in which it grew most beyond their share of the partitions come first</source>
        <translation>パーティションの割合以上に増えたものから順に表示</translation>
    </message>
    <message>
        <source>Of growth</source>
        <translation>増加の割合</translation>
    </message>
    <message>
        <source>Share of the records by which all gaps grew</source>
        <translation>全ギャップの増加レコードに占める割合</translation>
    </message>
    <message>
        <source>If alike</source>
        <translation>均等なら</translation>
    </message>
    <message>
        <source>What its share of the growth would be if all partitions were alike</source>
        <translation>全パーティションが同じだった場合の増加の割合</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>Records that waited as a rule in the baseline: the median of its polls</source>
        <translation>ベースラインで通常待っていたレコード数：各ポーリングの中央値</translation>
    </message>
    <message>
        <source>After</source>
        <translation>以後</translation>
    </message>
    <message>
        <source>Records that waited as a rule in the window: the median of its polls</source>
        <translation>この期間に通常待っていたレコード数：各ポーリングの中央値</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>パーティション</translation>
    </message>
    <message>
        <source>How many were compared</source>
        <translation>比較した数</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectorModel</name>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>partly failed</source>
        <translation>一部失敗</translation>
    </message>
    <message>
        <source>not consuming</source>
        <translation>消費停止</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>ゾンビ</translation>
    </message>
    <message>
        <source>rebalancing</source>
        <translation>リバランス中</translation>
    </message>
    <message>
        <source>commits no offset</source>
        <translation>オフセット未コミット</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Connector, task</source>
        <translation>コネクター、タスク</translation>
    </message>
    <message>
        <source>Connectors of every Connect cluster, and their tasks</source>
        <translation>すべての Connect クラスターのコネクターとタスク</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Judged from what Connect says and what the consumer group shows</source>
        <translation>Connect の報告とコンシューマーグループの様子から判定</translation>
    </message>
    <message>
        <source>Connect says</source>
        <translation>Connect の報告</translation>
    </message>
    <message>
        <source>The state that Connect reports</source>
        <translation>Connect が報告する状態</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>Since when it is judged so, UTC</source>
        <translation>この判定になった時刻、UTC</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>ワーカー</translation>
    </message>
    <message>
        <source>Host and port of the worker that runs it</source>
        <translation>実行しているワーカーのホストとポート</translation>
    </message>
    <message>
        <source>Group, member</source>
        <translation>グループ、メンバー</translation>
    </message>
    <message>
        <source>The sink&apos;s consumer group, and each task&apos;s member in it</source>
        <translation>シンクのコンシューマーグループと、その中の各タスクのメンバー</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>The connector&apos;s topics, the task&apos;s partitions</source>
        <translation>コネクターのトピック、タスクのパーティション</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>The tables that it writes</source>
        <translation>書き込み先のテーブル</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The first line of the trace; Enter shows all of it</source>
        <translation>スタックトレースの先頭行。Enter で全体を表示</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>タスク %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1 上</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>タスク %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 上</translation>
    </message>
</context>
<context>
    <name>tidemark::DeadLetterModel</name>
    <message>
        <source>by its name</source>
        <translation>名前から推測</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1 上</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>Only its name suggests it.</source>
        <translation>名前だけが手がかりです。</translation>
    </message>
    <message>
        <source>At most: its offsets count what is no record, too.</source>
        <translation>最大値：オフセットにはレコードでないものも含まれます。</translation>
    </message>
    <message>
        <source>From the first offset to the last.</source>
        <translation>最初から最後のオフセットまで。</translation>
    </message>
    <message>
        <source>The profile does not allow to read dead letters.</source>
        <translation>プロファイルがデッドレターの読み取りを許可していません。</translation>
    </message>
    <message>
        <source>No header says it.</source>
        <translation>示すヘッダーがありません。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>増加中</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>no cause in the headers</source>
        <translation>ヘッダーに原因なし</translation>
    </message>
    <message>
        <source>The profile names it.</source>
        <translation>プロファイルに記述があります。</translation>
    </message>
    <message>
        <source>The configuration of a connector names it.</source>
        <translation>コネクターの設定に記述があります。</translation>
    </message>
    <message>
        <source>Its own configuration says so.</source>
        <translation>自身の設定が示しています。</translation>
    </message>
    <message>
        <source>The headers of its records say so.</source>
        <translation>レコードのヘッダーが示しています。</translation>
    </message>
    <message>
        <source>Topic, cause</source>
        <translation>トピック、原因</translation>
    </message>
    <message>
        <source>Topics that take what could not be processed, and why it could not</source>
        <translation>処理できなかったものを受け入れるトピックと、その理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Whether more came in the last two minutes</source>
        <translation>直近 2 分間に増えたかどうか</translation>
    </message>
    <message>
        <source>From</source>
        <translation>元のトピック</translation>
    </message>
    <message>
        <source>The topic that the records came from</source>
        <translation>レコードの元のトピック</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>書き込み元</translation>
    </message>
    <message>
        <source>The connector or the group that sets them aside</source>
        <translation>それを退避したコネクターまたはグループ</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>At most, in the topic; of a cause, those that were read</source>
        <translation>トピックでは最大値、原因では読み取った件数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>レート</translation>
    </message>
    <message>
        <source>Records that come per second</source>
        <translation>1 秒間に届くレコード数</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最古</translation>
    </message>
    <message>
        <source>How long the oldest one waits</source>
        <translation>最古のものが待っている時間</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>How long ago the newest one came</source>
        <translation>最新のものが届いてからの時間</translation>
    </message>
    <message>
        <source>Why, stage</source>
        <translation>理由、段階</translation>
    </message>
    <message>
        <source>The exception that most have; of a cause, the stage it came from</source>
        <translation>最も多い例外。原因では発生した段階</translation>
    </message>
    <message>
        <source>By the time that the record carries, which may be that of the one that failed.</source>
        <translation>レコード自身の時刻による値で、失敗した元のレコードの時刻のことがあります。</translation>
    </message>
    <message>
        <source>Of %1 that were read</source>
        <translation>読み取った %1 件のうち</translation>
    </message>
</context>
<context>
    <name>tidemark::DemandModel</name>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>That reads</source>
        <translation>読む側</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>メンバー</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Members that own no partition</source>
        <translation>パーティションを持たないメンバー</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必要数</translation>
    </message>
    <message>
        <source>For what is produced; known only while the group catches up</source>
        <translation>生成量に対する数。グループが追いついている間だけ分かります</translation>
    </message>
    <message>
        <source>In a burst</source>
        <translation>バースト時</translation>
    </message>
    <message>
        <source>For what is produced in the highest bucket</source>
        <translation>最大の区間の生成量に対する数</translation>
    </message>
    <message>
        <source>Produced</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Of all topics that it reads</source>
        <translation>読むすべてのトピックの合計</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>By the group</source>
        <translation>グループによる</translation>
    </message>
    <message>
        <source>Each can</source>
        <translation>1 メンバーの能力</translation>
    </message>
    <message>
        <source>What a member reads while the group catches up</source>
        <translation>グループが追いつく間に 1 メンバーが読む量</translation>
    </message>
</context>
<context>
    <name>tidemark::DrillModel</name>
    <message>
        <source>%1 said so at %2</source>
        <translation>%1 が %2 に回答</translation>
    </message>
    <message>
        <source>never rehearsed</source>
        <translation>未訓練</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>A template; beneath it the drills on record, by whose streams they were of</source>
        <translation>テンプレート。その下は記録済みの訓練（対象のストリーム別）</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What a person said; of a drill that runs its state</source>
        <translation>人が下した判定。実行中の訓練はその状態</translation>
    </message>
    <message>
        <source>At</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>When that was said, or the drill began, UTC</source>
        <translation>判定または開始の時刻（UTC）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Running, completed, aborted or interrupted</source>
        <translation>実行中、完了、中止、中断</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>実施者</translation>
    </message>
    <message>
        <source>proposed: %1</source>
        <translation>提案：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::DriverModel</name>
    <message>
        <source>Driver</source>
        <translation>要因</translation>
    </message>
    <message>
        <source>What a bill follows from; there are no prices in here</source>
        <translation>費用の元になるもの。価格は含みません</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>In its unit</source>
        <translation>その単位で</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Measured, modelled, typed in or unknown</source>
        <translation>測定、モデル、入力、不明</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>What the number is, or why there is none</source>
        <translation>数値の意味、または無い理由</translation>
    </message>
</context>
<context>
    <name>tidemark::EventModel</name>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 から %2 の間</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>起きたこと</translation>
    </message>
    <message>
        <source>Detected, or told from outside</source>
        <translation>検出されたもの、または外部から知らされたもの</translation>
    </message>
    <message>
        <source>At</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>When it was seen at the latest, UTC</source>
        <translation>遅くとも確認された時刻、UTC</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>どの対象のものか</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>データの経路のどこか</translation>
    </message>
</context>
<context>
    <name>tidemark::FindingModel</name>
    <message>
        <source>until %1: %2</source>
        <translation>%1 まで：%2</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>%1 までスヌーズ</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 による</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主因</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>スヌーズ中</translation>
    </message>
    <message>
        <source>It explains what else is found on this path.</source>
        <translation>この経路の他の検出結果を説明します。</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1 上</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出結果</translation>
    </message>
    <message>
        <source>What is wrong, what explains the rest first</source>
        <translation>何が問題か。他を説明するものが先頭</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>重大度</translation>
    </message>
    <message>
        <source>Error, warning or note</source>
        <translation>エラー、警告または注記</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>ルール</translation>
    </message>
    <message>
        <source>The rule that fired; of each path one leads</source>
        <translation>該当したルール。経路ごとに 1 つが主因</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>The path or table that it concerns</source>
        <translation>関係する経路またはテーブル</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>UTC; where it is unknown, for longer than is remembered</source>
        <translation>UTC。不明な場合は保持期間より前から</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>確度</translation>
    </message>
    <message>
        <source>How sure the rule is of it</source>
        <translation>ルールがどれだけ確かか</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Who has to act, by the profile</source>
        <translation>プロファイル上の対応担当</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次の操作</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>最初にすべきこと</translation>
    </message>
</context>
<context>
    <name>tidemark::GrowthModel</name>
    <message>
        <source>Topic</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>The largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>現在の量</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>全レプリカ</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>1 日あたり</translation>
    </message>
    <message>
        <source>What it grows by, from what was produced</source>
        <translation>生成量から求めた増加量</translation>
    </message>
    <message>
        <source>Will hold</source>
        <translation>到達する量</translation>
    </message>
    <message>
        <source>On brokers&apos; disks when retention takes as much as comes: modelled</source>
        <translation>保持期限による削除と流入が釣り合うときのブローカーのディスク量（モデル）</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 日後</translation>
    </message>
    <message>
        <source>As it is now, in 30 days: modelled</source>
        <translation>現状のまま 30 日後（モデル）</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>仮定</translation>
    </message>
    <message>
        <source>In 30 days under what is asked above: modelled</source>
        <translation>上の仮定での 30 日後（モデル）</translation>
    </message>
    <message>
        <source>Bytes are</source>
        <translation>バイト数は</translation>
    </message>
    <message>
        <source>Measured, modelled from records, or unknown</source>
        <translation>測定、レコードからのモデル、不明</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>チーム</translation>
    </message>
    <message>
        <source>Whose pipeline reads it</source>
        <translation>読むパイプラインの所有者</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>測定済み</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>compute headroom</source>
        <translation>計算の余裕</translation>
    </message>
    <message>
        <source>broker disk</source>
        <translation>ブローカーのディスク</translation>
    </message>
    <message>
        <source>write amplification</source>
        <translation>書き込み増幅</translation>
    </message>
    <message>
        <source>object requests</source>
        <translation>オブジェクト要求</translation>
    </message>
    <message>
        <source>catalog calls</source>
        <translation>カタログ呼び出し</translation>
    </message>
    <message>
        <source>worker hours</source>
        <translation>ワーカー時間</translation>
    </message>
    <message>
        <source>replication</source>
        <translation>レプリケーション</translation>
    </message>
    <message>
        <source>zone traffic</source>
        <translation>ゾーン間通信</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>保守</translation>
    </message>
    <message>
        <source>observability</source>
        <translation>可観測性</translation>
    </message>
</context>
<context>
    <name>tidemark::HomeModel</name>
    <message>
        <source>Path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>From a topic to the group or table where it ends, by class</source>
        <translation>トピックから終点のグループまたはテーブルまで、クラス別</translation>
    </message>
    <message>
        <source>Age against budget</source>
        <translation>経過時間とバジェット</translation>
    </message>
    <message>
        <source>Of the oldest record that has not arrived at the end; the tick is the target</source>
        <translation>末端に届いていない最古のレコードのもの。目盛りは目標</translation>
    </message>
    <message>
        <source>Late since</source>
        <translation>遅延開始</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>傾向</translation>
    </message>
    <message>
        <source>Of what waits</source>
        <translation>待っているデータの傾向</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Produced, readable, group, table, queryable: the first stage that waits</source>
        <translation>生成、読み取り可、グループ、テーブル、クエリ可：最初に待っている段階</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>読み取れるのにまだ読まれていないレコード</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>未反映</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>グループは通過したがテーブルにはまだないオフセット</translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>安全期限</translation>
    </message>
    <message>
        <source>When the log&apos;s retention reaches what waits, UTC</source>
        <translation>待っているデータが保持期限に達する時刻、UTC</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出結果</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>何が問題か</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>誰の担当か</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>遅延 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>不明 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>%1 が読み取り</translation>
    </message>
    <message>
        <source>pipeline %1</source>
        <translation>パイプライン %1</translation>
    </message>
    <message>
        <source>waits for: %1</source>
        <translation>待ち：%1</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>待ちなし</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 パーティション中 %1。残りは不明</translation>
    </message>
</context>
<context>
    <name>tidemark::LagMapModel</name>
    <message>
        <source>Group, topic</source>
        <translation>グループ、トピック</translation>
    </message>
    <message>
        <source>Consumer groups and the topics they read, with their partitions</source>
        <translation>コンシューマーグループと、読み取るトピックおよびパーティション</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>The highest lag in the window; of several partitions their sum at its highest</source>
        <translation>期間内の最大ラグ。複数のパーティションでは合計の最大値</translation>
    </message>
    <message>
        <source>At</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>When it was highest, UTC</source>
        <translation>最大だった時刻、UTC</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>At the end of the window</source>
        <translation>期間の終わりの値</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>判明</translation>
    </message>
    <message>
        <source>Of the columns of the map; of several partitions, where all of them are known</source>
        <translation>マップの列のうち。複数のパーティションでは全部が判明している列</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>時間の推移</translation>
    </message>
    <message>
        <source>Fainter to stronger is less to more; hatched is unknown</source>
        <translation>薄いほど少なく、濃いほど多い。斜線は不明</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>%1 reads %2 of %3</source>
        <translation>%1 が %3 の %2 を読み取り</translation>
    </message>
</context>
<context>
    <name>tidemark::LagModel</name>
    <message>
        <source>Group, partition</source>
        <translation>グループ、パーティション</translation>
    </message>
    <message>
        <source>Consumer groups, and the partitions they have an offset in or are assigned</source>
        <translation>コンシューマーグループと、オフセットまたは割り当てのあるパーティション</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>From the last ten polls: does the offset move, and does somebody own the partition</source>
        <translation>直近 10 回のポーリングから：オフセットが動いているか、担当がいるか</translation>
    </message>
    <message>
        <source>floor | group | high</source>
        <translation>開始 | グループ | HW</translation>
    </message>
    <message>
        <source>Where the group stands between the first and the last record</source>
        <translation>最初と最後のレコードの間でのグループの位置</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation>最古の未読レコードのもの</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>読み取れるのにまだ読まれていないレコード</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>High mark less the group&apos;s offset, as Kafka&apos;s own tool prints it</source>
        <translation>ハイウォーターマークからグループのオフセットを引いた値。Kafka 付属ツールの表示と同じ</translation>
    </message>
    <message>
        <source>In</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>1 秒間に生成されたレコード数、2 分間の平均</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation>グループのオフセットが 1 秒間に進んだレコード数、2 分間の平均</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>余裕</translation>
    </message>
    <message>
        <source>Time until retention deletes unread records</source>
        <translation>未読レコードが保持期限で削除されるまでの時間</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>コンシューマー</translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation>パーティションを担当するメンバーと、その実行場所</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>パーティション %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>worst: %1/%2</source>
        <translation>最悪：%1/%2</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 パーティション中 %1。残りは不明</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>メンバー %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>floor %1, group %2, high %3</source>
        <translation>開始 %1、グループ %2、HW %3</translation>
    </message>
    <message>
        <source>up to the high mark: %1</source>
        <translation>ハイウォーターマークまで：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::LedgerModel</name>
    <message>
        <source>rolled back</source>
        <translation>ロールバック済み</translation>
    </message>
    <message>
        <source>The branch has left this commit: what it holds is not in the table.</source>
        <translation>ブランチはこのコミットを離れました。その内容はテーブルにありません。</translation>
    </message>
    <message>
        <source>hole of %1</source>
        <translation>欠落 %1</translation>
    </message>
    <message>
        <source>It leaves out %1 offsets that no commit before it has.</source>
        <translation>それ以前のどのコミットにもない %1 オフセットが抜けています。</translation>
    </message>
    <message>
        <source>overlap of %1</source>
        <translation>重なり %1</translation>
    </message>
    <message>
        <source>It holds %1 offsets that a commit before it has too: duplicates unless the writer is idempotent.</source>
        <translation>以前のコミットにもある %1 オフセットを含みます：ライターが冪等でなければ重複です。</translation>
    </message>
    <message>
        <source>The offsets of this commit, or of the one before it, are not known.</source>
        <translation>このコミットまたは直前のコミットのオフセットが不明です。</translation>
    </message>
    <message>
        <source>moves no offsets</source>
        <translation>オフセット変化なし</translation>
    </message>
    <message>
        <source>partial, %1</source>
        <translation>部分的、%1</translation>
    </message>
    <message>
        <source>Committed on a time-out, without the answers of all tasks.</source>
        <translation>全タスクの応答がないまま、タイムアウトでコミットされました。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>This commit brings no new records.</source>
        <translation>このコミットに新しいレコードはありません。</translation>
    </message>
    <message>
        <source>Nothing says which offsets this commit holds.</source>
        <translation>このコミットが含むオフセットを示すものがありません。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>他 %1 件</translation>
    </message>
    <message>
        <source>Committed, snapshot</source>
        <translation>コミット、スナップショット</translation>
    </message>
    <message>
        <source>When it was committed, by the lake&apos;s clock; the id of the snapshot</source>
        <translation>データレイクの時計によるコミット時刻、スナップショットの ID</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>つながり</translation>
    </message>
    <message>
        <source>How its offsets follow on those of the commit before it</source>
        <translation>オフセットが直前のコミットにどうつながるか</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>The writer&apos;s word</source>
        <translation>ライターの用語</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>レコード</translation>
    </message>
    <message>
        <source>Added by this commit</source>
        <translation>このコミットで追加</translation>
    </message>
    <message>
        <source>Source offsets</source>
        <translation>ソースのオフセット</translation>
    </message>
    <message>
        <source>What it made durable, from the first to before the last</source>
        <translation>永続化した範囲。最初を含み最後は含まない</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>コミット</translation>
    </message>
    <message>
        <source>The writer&apos;s own id of the cycle</source>
        <translation>ライター自身のサイクル ID</translation>
    </message>
    <message>
        <source>Valid through</source>
        <translation>有効時刻</translation>
    </message>
    <message>
        <source>The writer&apos;s claim of completeness, UTC</source>
        <translation>ライターが完全だとする時刻、UTC</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>How its offsets are known</source>
        <translation>オフセットがどう分かったか</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>確認 %1</translation>
    </message>
    <message>
        <source>snapshot %1</source>
        <translation>スナップショット %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 より後</translation>
    </message>
    <message>
        <source>first seen %1</source>
        <translation>初回確認 %1</translation>
    </message>
    <message>
        <source>offsets</source>
        <translation>オフセット</translation>
    </message>
</context>
<context>
    <name>tidemark::MatrixModel</name>
    <message>
        <source>Incident</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>What may happen</source>
        <translation>起こりうること</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Templates that rehearse it</source>
        <translation>訓練するテンプレート</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>tidemark::MetricModel</name>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>シグナル %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not matched</source>
        <translation>
            <numerusform>一致なし %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1 上</translation>
    </message>
    <message>
        <source>It exposes no metric that is known for these signals.</source>
        <translation>これらのシグナルの既知のメトリックを公開していません。</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>一致なし</translation>
    </message>
    <message>
        <source>nothing matched</source>
        <translation>一致するものなし</translation>
    </message>
    <message>
        <source>None of what it exposes is a signal that is known.</source>
        <translation>公開しているものに既知のシグナルがありません。</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>応答あり</translation>
    </message>
    <message>
        <source>It exposes no metric that is known for this signal.</source>
        <translation>このシグナルの既知のメトリックを公開していません。</translation>
    </message>
    <message>
        <source>Source, signal</source>
        <translation>収集元、シグナル</translation>
    </message>
    <message>
        <source>Endpoints and the signals that were found there</source>
        <translation>エンドポイントと、そこで見つかったシグナル</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>どの対象のものか</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>データの経路のどこか</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Whether the source answers, whether anything was matched</source>
        <translation>収集元が応答するか、一致したものがあるか</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Of the newest scrape</source>
        <translation>最新の取得時の値</translation>
    </message>
    <message>
        <source>At</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>When it was scraped, UTC</source>
        <translation>取得時刻、UTC</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>How many series of the source were taken for the signal</source>
        <translation>このシグナルに使った収集元の系列数</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>メトリック</translation>
    </message>
    <message>
        <source>Which metric of the exporter was taken</source>
        <translation>エクスポーターのどのメトリックを使ったか</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>The exporter that it was known by</source>
        <translation>判別に使ったエクスポーター</translation>
    </message>
</context>
<context>
    <name>tidemark::OnsetModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>他 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 から %2 の間</translation>
    </message>
    <message>
        <source>Samples are missing there.</source>
        <translation>そこはサンプルが欠けています。</translation>
    </message>
    <message>
        <source>topology</source>
        <translation>トポロジー</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>It overlaps in time with others of its rank: their order is not known. They stand as the data flow.</source>
        <translation>同じ順位の他の項目と時間が重なり、順序は不明です。データの流れの順に並べています。</translation>
    </message>
    <message>
        <source>Proven: its whole interval lies apart from those of other ranks.</source>
        <translation>証明済み：区間全体が他の順位の区間と離れています。</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>変化したもの</translation>
    </message>
    <message>
        <source>In the order in which it began, as far as that is known</source>
        <translation>分かる範囲で、始まった順</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>A smaller rank began earlier; an equal one says nothing of time</source>
        <translation>順位が小さいほど早い。同じ順位は前後を示さない</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>The middle of the interval in which it began, UTC</source>
        <translation>始まった区間の中央、UTC</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>As a rule, in the baseline</source>
        <translation>ベースラインでの通常の値</translation>
    </message>
    <message>
        <source>After</source>
        <translation>以後</translation>
    </message>
    <message>
        <source>Since it moved</source>
        <translation>変化してから</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>データの経路のどこか</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>順序の根拠</translation>
    </message>
    <message>
        <source>Whether time proves its place</source>
        <translation>時間がその位置を証明するか</translation>
    </message>
</context>
<context>
    <name>tidemark::PathModel</name>
    <message>
        <source>Partition</source>
        <translation>パーティション</translation>
    </message>
    <message>
        <source>Partitions of the topic that the group reads</source>
        <translation>グループが読み取るトピックのパーティション</translation>
    </message>
    <message>
        <source>floor | table | group | high</source>
        <translation>開始 | テーブル | グループ | HW</translation>
    </message>
    <message>
        <source>What is landed, not landed and unread of what the log holds</source>
        <translation>ログの内容のうち、反映済み・未反映・未読の部分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Of the table where there is one, else of the group</source>
        <translation>テーブルがあればその状態、なければグループの状態</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>読み取れるのにまだ読まれていないレコード</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>未反映</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>グループは通過したがテーブルにはまだないオフセット</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation>最古の未読レコードのもの</translation>
    </message>
    <message>
        <source>In</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>1 秒間に生成されたレコード数、2 分間の平均</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation>グループのオフセットが 1 秒間に進んだレコード数、2 分間の平均</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>反映</translation>
    </message>
    <message>
        <source>Offsets per second that the table took in, over ten minutes</source>
        <translation>テーブルが 1 秒間に取り込んだオフセット数、10 分間の平均</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>リーダー</translation>
    </message>
    <message>
        <source>The broker that leads the partition</source>
        <translation>パーティションのリーダーであるブローカー</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>コンシューマー</translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation>パーティションを担当するメンバーと、その実行場所</translation>
    </message>
    <message>
        <source>floor %1, table %2, group %3, stable %4, high %5</source>
        <translation>開始 %1、テーブル %2、グループ %3、LSO %4、HW %5</translation>
    </message>
</context>
<context>
    <name>tidemark::ProbeModel</name>
    <message>
        <source>too early</source>
        <translation>早すぎ</translation>
    </message>
    <message>
        <source>before one that should come first</source>
        <translation>先に来るはずのものより前です</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>%1 said so at %2</source>
        <translation>%1 が %2 に回答</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>確認項目</translation>
    </message>
    <message>
        <source>Signals that should be seen, what is measured, what people are asked</source>
        <translation>期待される信号、測定値、人への質問</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>As it is now; of a drill that is over as its verdict keeps it</source>
        <translation>現在の値。終了した訓練は判定時の値</translation>
    </message>
</context>
<context>
    <name>tidemark::ReplayModel</name>
    <message>
        <source>found</source>
        <translation>検出</translation>
    </message>
    <message>
        <source>Nobody declared it: the offsets show it.</source>
        <translation>宣言なし：オフセットから分かります。</translation>
    </message>
    <message>
        <source>Declared after it had begun.</source>
        <translation>開始後に宣言されました。</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>%1 上</translation>
    </message>
    <message>
        <source>Retention took %1 records before they were read.</source>
        <translation>読まれる前に %1 レコードが保持期限で削除されました。</translation>
    </message>
    <message>
        <source>lost from %1</source>
        <translation>%1 から消失</translation>
    </message>
    <message>
        <source>From %1 on retention takes records that are not read yet.</source>
        <translation>%1 以降、未読のレコードが保持期限で削除されます。</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>%1 of room, if it stood still</source>
        <translation>停止したままなら余裕は %1</translation>
    </message>
    <message>
        <source>No other group reads the topic.</source>
        <translation>このトピックを読み取る他のグループはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n slower</source>
        <translation>
            <numerusform>低下 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>不明 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1: %2, before it %3</source>
        <translation>%1：%2、以前は %3</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未開始</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>減少中</translation>
    </message>
    <message>
        <source>not draining</source>
        <translation>減少せず</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>overtaken by retention</source>
        <translation>保持期限に追い越された</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1、%2 から %3</translation>
    </message>
    <message>
        <source>Replay, partition</source>
        <translation>リプレイ、パーティション</translation>
    </message>
    <message>
        <source>Which group reads which topic again</source>
        <translation>どのグループがどのトピックを再び読むか</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What the last minutes say of it</source>
        <translation>直近数分の様子</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Of the offsets that are read again; the tick is all of them</source>
        <translation>再び読むオフセットのうち。目盛りは全量</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Offsets that are still to be read</source>
        <translation>まだ読むべきオフセット</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Offsets that the group moves per second</source>
        <translation>グループが 1 秒間に進むオフセット数</translation>
    </message>
    <message>
        <source>Drains</source>
        <translation>減少</translation>
    </message>
    <message>
        <source>What is left shrinks by so much per second</source>
        <translation>残りが 1 秒間に減る量</translation>
    </message>
    <message>
        <source>Through at</source>
        <translation>完了時刻</translation>
    </message>
    <message>
        <source>When it is through, with the band of what is likely, UTC</source>
        <translation>完了時刻と、見込みの幅、UTC</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Whether retention takes records before they are read</source>
        <translation>読まれる前に保持期限で削除されるか</translation>
    </message>
    <message>
        <source>Live groups</source>
        <translation>ライブのグループ</translation>
    </message>
    <message>
        <source>Groups that are older than before the replay began</source>
        <translation>リプレイ開始前より遅れているグループ</translation>
    </message>
    <message numerus="yes">
        <source>Of %n replay(s) that are over the band held in %1.</source>
        <translation>
            <numerusform>終了したリプレイ %n 件のうち、予測幅に収まったのは %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 to %2, now at %3</source>
        <translation>%1 から %2 まで、現在 %3</translation>
    </message>
</context>
<context>
    <name>tidemark::ReviewModel</name>
    <message>
        <source>raised by %1</source>
        <translation>%1 が引き上げ</translation>
    </message>
    <message>
        <source>lowered by %1</source>
        <translation>%1 が引き下げ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>期限切れ %1</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is reviewed</source>
        <translation>レビューの対象</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>1 to 5, from what came out and how well it was tested</source>
        <translation>結果と検証の程度から 1～5</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What the newest evidence says; unknown is never a pass</source>
        <translation>最新の根拠が示す結果。不明は合格になりません</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Green: owner, command, threshold, measurement, and it was exercised</source>
        <translation>緑：所有者、コマンド、しきい値、測定があり、実際に試されている</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>How many pieces count, and how old the newest is</source>
        <translation>有効な根拠の数と、最新のものの経過時間</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Since the review that was frozen before, and why</source>
        <translation>前に凍結されたレビューからの変化とその理由</translation>
    </message>
</context>
<context>
    <name>tidemark::RunDiffModel</name>
    <message>
        <source>Partition</source>
        <translation>パーティション</translation>
    </message>
    <message>
        <source>Of all that one of the two read</source>
        <translation>どちらかが読んだものすべて</translation>
    </message>
    <message>
        <source>Only before</source>
        <translation>前だけ</translation>
    </message>
    <message>
        <source>Offsets that only the run it is held against read</source>
        <translation>比較対象の実行だけが読んだオフセット</translation>
    </message>
    <message>
        <source>Only after</source>
        <translation>後だけ</translation>
    </message>
    <message>
        <source>Offsets that only this run read</source>
        <translation>この実行だけが読んだオフセット</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Offsets that both read</source>
        <translation>両方が読んだオフセット</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>ギャップ</translation>
    </message>
    <message>
        <source>Offsets between the two that neither read</source>
        <translation>間にあり、どちらも読んでいないオフセット</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再読</translation>
    </message>
    <message>
        <source>Offsets that were read once more although it goes on from that run</source>
        <translation>その実行の続きなのに再び読まれたオフセット</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>判明</translation>
    </message>
    <message>
        <source>Exact, bounded or unknown, and why</source>
        <translation>正確、範囲内、不明とその理由</translation>
    </message>
</context>
<context>
    <name>tidemark::RunModel</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Runs that trained, embedded or refreshed, the newest first</source>
        <translation>学習、埋め込み、更新の実行（新しい順）</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>What came out, and its version</source>
        <translation>成果物とそのバージョン</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>When it ended, or was registered, UTC</source>
        <translation>終了または登録の時刻（UTC）</translation>
    </message>
    <message>
        <source>registered then; when it ended is not told</source>
        <translation>登録時刻です。終了時刻は申告されていません</translation>
    </message>
</context>
<context>
    <name>tidemark::SchemaModel</name>
    <message>
        <source>in %1</source>
        <translation>%1 内</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>登録 %1</translation>
    </message>
    <message>
        <source>records fail</source>
        <translation>レコードが失敗</translation>
    </message>
    <message>
        <source>With all its versions: records that carry their ids cannot be read any more.</source>
        <translation>全バージョンが対象：その ID を持つレコードはもう読めません。</translation>
    </message>
    <message>
        <source>With all its versions: they can still be asked for by their ids.</source>
        <translation>全バージョンが対象：ID での問い合わせはまだできます。</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未チェック</translation>
    </message>
    <message>
        <source>The next version is not checked against those before.</source>
        <translation>次のバージョンは以前のものと照合されません。</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>チェック済み</translation>
    </message>
    <message>
        <source>The registry refuses a version that is not compatible.</source>
        <translation>レジストリは互換性のないバージョンを拒否します。</translation>
    </message>
    <message>
        <source>Records that carry its id cannot be read any more.</source>
        <translation>その ID を持つレコードはもう読めません。</translation>
    </message>
    <message>
        <source>It can still be asked for by its id.</source>
        <translation>ID での問い合わせはまだできます。</translation>
    </message>
    <message>
        <source>live</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>名前から推測</translation>
    </message>
    <message>
        <source>No topic has its name; the ids in records would tell.</source>
        <translation>同名のトピックがありません。レコード内の ID で分かります。</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>継承</translation>
    </message>
    <message>
        <source>the last that is known: %1</source>
        <translation>分かっている最後の値：%1</translation>
    </message>
    <message>
        <source>It was so when it was first looked at.</source>
        <translation>最初に確認したときからこの状態です。</translation>
    </message>
    <message>
        <source>The registry says so, by its own clock.</source>
        <translation>レジストリ自身の時計による値です。</translation>
    </message>
    <message>
        <source>after %1, by %2</source>
        <translation>%1 より後、%2 以前</translation>
    </message>
    <message>
        <source>compatibility</source>
        <translation>互換性</translation>
    </message>
    <message>
        <source>that of the registry</source>
        <translation>レジストリのもの</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>soft-deleted</source>
        <translation>論理削除</translation>
    </message>
    <message>
        <source>hard-deleted</source>
        <translation>完全削除</translation>
    </message>
    <message>
        <source>undeleted</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 以前</translation>
    </message>
    <message>
        <source>Subject, version</source>
        <translation>サブジェクト、バージョン</translation>
    </message>
    <message>
        <source>A subject and the registry that has it; struck out: deleted</source>
        <translation>サブジェクトと、それを持つレジストリ。取り消し線は削除済み</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Whether records fail since it changed, whether it is deleted, whether anything is checked</source>
        <translation>変更後にレコードが失敗したか、削除されたか、チェックがあるか</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>Whose records its schemas are of</source>
        <translation>どのトピックのレコードのスキーマか</translation>
    </message>
    <message>
        <source>Versions, id</source>
        <translation>バージョン数、ID</translation>
    </message>
    <message>
        <source>How many versions; the id that records carry</source>
        <translation>バージョンの数と、レコードが持つ ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Avro, JSON Schema, Protobuf</source>
        <translation>Avro、JSON Schema、Protobuf</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>互換性</translation>
    </message>
    <message>
        <source>What the next version is checked by</source>
        <translation>次のバージョンのチェック方法</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最後の変更</translation>
    </message>
    <message>
        <source>What happened to it last</source>
        <translation>最後に起きたこと</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Between which looks it happened, UTC</source>
        <translation>どの確認の間に起きたか、UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::SeenModel</name>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>A table or topic, and its partitions</source>
        <translation>テーブルまたはトピックとそのパーティション</translation>
    </message>
    <message>
        <source>From</source>
        <translation>元のトピック</translation>
    </message>
    <message>
        <source>First offset that was read</source>
        <translation>最初に読まれたオフセット</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>The next offset after the last one</source>
        <translation>最後の次のオフセット</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>判明</translation>
    </message>
    <message>
        <source>Exact, bounded or unknown, and why</source>
        <translation>正確、範囲内、不明とその理由</translation>
    </message>
    <message>
        <source>Schema ids</source>
        <translation>スキーマ ID</translation>
    </message>
    <message>
        <source>With which its records were written</source>
        <translation>レコードの書き込みに使われたもの</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>That brought them</source>
        <translation>データをもたらしたもの</translation>
    </message>
    <message>
        <source>%1 ids</source>
        <translation>%1 件の ID</translation>
    </message>
    <message>
        <source>%1 snapshots</source>
        <translation>%1 件のスナップショット</translation>
    </message>
</context>
<context>
    <name>tidemark::SourceModel</name>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>answers in part</source>
        <translation>一部応答</translation>
    </message>
    <message>
        <source>unknown: no polls</source>
        <translation>不明：ポーリングなし</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>収集元</translation>
    </message>
    <message>
        <source>What is polled</source>
        <translation>ポーリングの対象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Of its last polls</source>
        <translation>直近のポーリングによる</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>When this state began, at the latest</source>
        <translation>この状態が遅くとも始まった時刻</translation>
    </message>
    <message>
        <source>Last complete</source>
        <translation>最後の完全応答</translation>
    </message>
    <message>
        <source>The last poll that answered everything</source>
        <translation>すべてに応答した最後のポーリング</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message>
        <source>Parts answered of parts due in the last 24 h</source>
        <translation>直近 24 時間の、予定に対する応答の割合</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>リクエスト</translation>
    </message>
    <message>
        <source>Of the last polls together</source>
        <translation>直近のポーリングの合計</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>バイト</translation>
    </message>
    <message>
        <source>On the wire, of the last polls together</source>
        <translation>通信量、直近のポーリングの合計</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>The last polls together</source>
        <translation>直近のポーリングの合計</translation>
    </message>
    <message>
        <source>Refused, cannot see</source>
        <translation>拒否、見えないもの</translation>
    </message>
    <message>
        <source>What permissions or the source itself keep hidden</source>
        <translation>権限または収集元自身により見えないもの</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>拒否：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>rebuilt, not polled</source>
        <translation>再構成（ポーリングではない）</translation>
    </message>
    <message>
        <source>behind by %1, samples sent: %2, refused: %3</source>
        <translation>遅れ %1、送信サンプル：%2、拒否：%3</translation>
    </message>
</context>
<context>
    <name>tidemark::StepModel</name>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>What a person does; Tidemark does nothing to a cluster</source>
        <translation>人が行うこと。Tidemark はクラスターに何もしません</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Done, next, to do, optional, or taken back</source>
        <translation>完了、次、未実施、任意、取り消し</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>完了時刻</translation>
    </message>
    <message>
        <source>As it was stamped, UTC</source>
        <translation>記録された時刻（UTC）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Who did it, or whose it is</source>
        <translation>行った人、または担当</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>期待</translation>
    </message>
    <message>
        <source>What should be seen then</source>
        <translation>そのとき見えるはずのもの</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>取り消し：%1</translation>
    </message>
    <message>
        <source>not planned: %1</source>
        <translation>予定外：%1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>next</source>
        <translation>次</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>未実施</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>取り消し</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryModel</name>
    <message>
        <source>The story</source>
        <translation>経緯</translation>
    </message>
    <message>
        <source>What people wrote; it goes into the report</source>
        <translation>人が書いたもの。レポートに含まれます</translation>
    </message>
    <message>
        <source>At</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What it speaks of, UTC</source>
        <translation>記述の対象時刻、UTC</translation>
    </message>
    <message>
        <source>By</source>
        <translation>記入者</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>書いた人</translation>
    </message>
</context>
<context>
    <name>tidemark::TableSheetModel</name>
    <message>
        <source>fed from %1</source>
        <translation>%1 から供給</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>By its name in the catalog</source>
        <translation>カタログでの名前</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Of its metadata</source>
        <translation>メタデータの形式</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>データファイル</translation>
    </message>
    <message>
        <source>Of the newest version</source>
        <translation>最新バージョンのもの</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Of the data files; Iceberg tells it with its delete files only</source>
        <translation>データファイルのもの。Iceberg では削除ファイルを含む値のみ</translation>
    </message>
    <message>
        <source>Mean file</source>
        <translation>平均ファイル</translation>
    </message>
    <message>
        <source>Size through the number of files</source>
        <translation>サイズをファイル数で割った値</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>削除ファイル</translation>
    </message>
    <message>
        <source>Files that name rows to leave out; of Iceberg with its deletion vectors</source>
        <translation>除外する行を示すファイル。Iceberg では削除ベクトルを含む</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Snapshots that can still be read</source>
        <translation>まだ読めるスナップショット</translation>
    </message>
    <message>
        <source>Compacted</source>
        <translation>コンパクション</translation>
    </message>
    <message>
        <source>When files were last rewritten, UTC</source>
        <translation>ファイルが最後に書き直された時刻、UTC</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>When versions were last seen to be gone, UTC</source>
        <translation>バージョンの消失が最後に確認された時刻、UTC</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>スキーマ</translation>
    </message>
    <message>
        <source>When it changed last, UTC</source>
        <translation>最後に変更された時刻、UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::TopicModel</name>
    <message>
        <source>Topic, reader</source>
        <translation>トピック、コンシューマー</translation>
    </message>
    <message>
        <source>Topics, and the groups that read them</source>
        <translation>トピックと、それを読み取るグループ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Topic: its partitions&apos; leaders and replicas. Reader: does it keep up</source>
        <translation>トピック：パーティションのリーダーとレプリカ。コンシューマー：追従しているか</translation>
    </message>
    <message>
        <source>Last record</source>
        <translation>最新レコード</translation>
    </message>
    <message>
        <source>Age of the newest record</source>
        <translation>最新のレコードの経過時間</translation>
    </message>
    <message>
        <source>In</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>1 秒間に生成されたレコード数、2 分間の平均</translation>
    </message>
    <message>
        <source>Oldest unread</source>
        <translation>最古の未読</translation>
    </message>
    <message>
        <source>Age of the oldest record the reader has not read; for a topic the worst of its readers</source>
        <translation>コンシューマーがまだ読んでいない最古のレコードの経過時間。トピックでは最悪の値</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未読</translation>
    </message>
    <message>
        <source>Records the reader has not read; for a topic the most of any reader</source>
        <translation>コンシューマーがまだ読んでいないレコード。トピックでは最大の値</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始時刻</translation>
    </message>
    <message>
        <source>Unread, or late against its target, since</source>
        <translation>未読、または目標に対する遅延が始まった時刻</translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>安全期限</translation>
    </message>
    <message>
        <source>When retention reaches unread records</source>
        <translation>未読レコードが保持期限に達する時刻</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>パーティション</translation>
    </message>
    <message>
        <source>Partitions, replicas, clean-up; for a reader its worst partition</source>
        <translation>パーティション、レプリカ、クリーンアップ。コンシューマーでは最悪のパーティション</translation>
    </message>
    <message>
        <source>no reader</source>
        <translation>コンシューマーなし</translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>コンシューマー %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message numerus="yes">
        <source>%n without leader</source>
        <translation>
            <numerusform>リーダー不在 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under-replicated</source>
        <translation>
            <numerusform>レプリカ不足 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>reader %1</source>
        <translation>コンシューマー %1</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>パーティション %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 パーティション中 %1。残りは不明</translation>
    </message>
    <message>
        <source>worst: partition %1</source>
        <translation>最悪：パーティション %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>No path runs over it.</source>
        <translation>通る経路はありません。</translation>
    </message>
    <message>
        <source>met</source>
        <translation>達成</translation>
    </message>
    <message>
        <source>%1 of %2 not met</source>
        <translation>%2 件中 %1 件が未達</translation>
    </message>
    <message>
        <source>%1 of %2 unknown</source>
        <translation>%2 件中 %1 件が不明</translation>
    </message>
    <message>
        <source>%1 required, %2 configured</source>
        <translation>要件 %1、設定 %2</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>要件</translation>
    </message>
    <message>
        <source>What the paths over the topic require of it, against what is configured</source>
        <translation>トピックを通る経路の要件と、設定との比較</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Caption</name>
    <message>
        <source>What the demo shows now</source>
        <translation>デモがいま示していること</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>デモ</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Connecting</name>
    <message>
        <source>Import client properties</source>
        <translation>クライアント設定の読み込み</translation>
    </message>
    <message>
        <source>Client properties (*.properties);;All files (*)</source>
        <translation>クライアント設定 (*.properties);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::GoTo</name>
    <message>
        <source>Path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>コネクター</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>at offset %1</source>
        <translation>オフセット %1</translation>
    </message>
    <message>
        <source>A command, a name, or paste an alert, a log line, topic-3@12345</source>
        <translation>コマンドや名前を入力、またはアラート、ログの行、topic-3@12345 を貼り付け</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出結果</translation>
    </message>
    <message>
        <source>%1, taken as UTC</source>
        <translation>%1、UTC とみなす</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::KeepDialog</name>
    <message>
        <source>Samples are kept for</source>
        <translation>サンプルの保持期間</translation>
    </message>
    <message>
        <source>Buckets of 5 min are kept for</source>
        <translation>5 分集計の保持期間</translation>
    </message>
    <message>
        <source>The file has at most</source>
        <translation>ファイルの最大サイズ</translation>
    </message>
    <message>
        <source>What is kept of %1</source>
        <translation>%1 の保持の設定</translation>
    </message>
    <message>
        <source>What a change deletes</source>
        <translation>変更で削除されるもの</translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>何も削除されません。</translation>
    </message>
    <message>
        <source>Deletes %1: samples from before %2.</source>
        <translation>%1 を削除：%2 より前のサンプル。</translation>
    </message>
    <message>
        <source>Deletes %1 of samples and buckets.</source>
        <translation>サンプルと集計を %1 削除。</translation>
    </message>
    <message>
        <source>A day takes %1.</source>
        <translation>1 日あたり %1。</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::KeysDialog</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>既定に戻す</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>What is wrong with the keys</source>
        <translation>キーの問題点</translation>
    </message>
    <message>
        <source>In the views</source>
        <translation>画面の中</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>コマンドを選択</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>キーなし</translation>
    </message>
    <message>
        <source>%1 has these keys: give it others first.</source>
        <translation>%1 がこのキーを使っています：先に別のキーを割り当ててください。</translation>
    </message>
    <message>
        <source>Press the new keys in the field.</source>
        <translation>入力欄で新しいキーを押してください。</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::MainWindow</name>
    <message>
        <source>NOW</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>DATA</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>COLLECTION</source>
        <translation>収集</translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation>十字線 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n 行をコピーしました</numerusform>
        </translation>
    </message>
    <message>
        <source>written into the logbook</source>
        <translation>ログブックに書き込みました</translation>
    </message>
    <message>
        <source>errors are told by the desktop</source>
        <translation>エラーをデスクトップに通知します</translation>
    </message>
    <message>
        <source>the desktop is told nothing</source>
        <translation>デスクトップに通知しません</translation>
    </message>
    <message>
        <source>Open a timeline or bundle</source>
        <translation>タイムラインまたはバンドルを開く</translation>
    </message>
    <message>
        <source>Timelines and bundles (*.tidemark *.bundle);;All files (*)</source>
        <translation>タイムラインとバンドル (*.tidemark *.bundle);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>link copied</source>
        <translation>リンクをコピーしました</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <source>collecting has stopped</source>
        <translation>収集は停止しました</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>レビューを書き出す</translation>
    </message>
    <message>
        <source>PDF, every page (*.pdf)</source>
        <translation>PDF、全ページ (*.pdf)</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>書き出しました：%1</translation>
    </message>
    <message>
        <source>no run that is registered is shown</source>
        <translation>登録済みの実行が表示されていません</translation>
    </message>
    <message>
        <source>Export as OpenLineage</source>
        <translation>OpenLineage としてエクスポート</translation>
    </message>
    <message>
        <source>Events, one a line (*.ndjson)</source>
        <translation>イベント、1 行 1 件 (*.ndjson)</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Notifier</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>エラー：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Pages</name>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>tidemark::views::AbortDialog</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The stop condition was met</source>
        <translation>中止条件に該当した</translation>
    </message>
    <message>
        <source>Abort the drill</source>
        <translation>訓練を中止</translation>
    </message>
    <message>
        <source>It ends here. A person still says the verdict.</source>
        <translation>訓練はここで終わります。判定は引き続き人が下します。</translation>
    </message>
    <message>
        <source>It ends here. It was to be stopped when: %1.</source>
        <translation>訓練はここで終わります。中止条件：%1。</translation>
    </message>
    <message>
        <source>Why, for the record</source>
        <translation>記録に残す理由</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続行</translation>
    </message>
</context>
<context>
    <name>tidemark::views::AlignPage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>Figures of the table</source>
        <translation>テーブルの数値</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>No table has been recorded.
Name a catalog in the profile and start a collector: tidemark collect --profile FILE</source>
        <translation>テーブルの記録がありません。
プロファイルにカタログを記述し、コレクターを起動してください：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>名前で絞り込み</translation>
    </message>
    <message>
        <source>Filter tables</source>
        <translation>テーブルを絞り込み</translation>
    </message>
    <message>
        <source>tide chart</source>
        <translation>タイドグラフ</translation>
    </message>
    <message>
        <source>Tables and their partitions</source>
        <translation>テーブルとパーティション</translation>
    </message>
    <message>
        <source>Ledger of</source>
        <translation>台帳：</translation>
    </message>
    <message>
        <source>The ledger in short</source>
        <translation>台帳の概要</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>Commits of the table</source>
        <translation>テーブルのコミット</translation>
    </message>
    <message>
        <source>No commit of this table has been seen.</source>
        <translation>このテーブルのコミットは確認されていません。</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>コミットを検証</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>コミット</translation>
    </message>
    <message>
        <source>None has been seen.</source>
        <translation>確認されていません。</translation>
    </message>
    <message>
        <source>Ledger of %1</source>
        <translation>%1 の台帳</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectForm</name>
    <message>
        <source>Addresses and sign-in</source>
        <translation>アドレスとサインイン</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>ブローカー</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>as the first broker</source>
        <translation>最初のブローカーと同じ</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>セキュリティ</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>平文</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>SASL, plain text</source>
        <translation>SASL、平文</translation>
    </message>
    <message>
        <source>SASL over TLS</source>
        <translation>TLS 上の SASL</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>メカニズム</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>A reference: env:NAME or file:PATH, a file that only you may read. The password itself is kept nowhere.</source>
        <translation>参照です。env:NAME、または自分だけが読めるファイルを指す file:PATH と書きます。パスワードそのものはどこにも保存しません。</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>認証局</translation>
    </message>
    <message>
        <source>Kafka Connect</source>
        <translation>Kafka Connect</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>スキーマレジストリ</translation>
    </message>
    <message>
        <source>Iceberg catalog</source>
        <translation>Iceberg カタログ</translation>
    </message>
    <message>
        <source>Name a broker: host:9092.</source>
        <translation>ブローカーを host:9092 の形で指定してください。</translation>
    </message>
    <message>
        <source>A password is a reference: env:NAME or file:PATH. The password itself is kept nowhere.</source>
        <translation>パスワードは env:NAME または file:PATH の参照で書きます。パスワードそのものはどこにも保存しません。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectPage</name>
    <message>
        <source>Connect to a cluster</source>
        <translation>クラスターに接続</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>現在の状況</translation>
    </message>
    <message>
        <source>The profile that is saved</source>
        <translation>保存されるプロファイル</translation>
    </message>
    <message>
        <source>Name a broker, and see whether it answers.</source>
        <translation>ブローカーを指定し、応答するかを確かめてください。</translation>
    </message>
    <message>
        <source>Import client properties …</source>
        <translation>クライアント設定の読み込み …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選択 …</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>ファイルの選択：%1</translation>
    </message>
    <message>
        <source>Profiles (*.json *.jsonc)</source>
        <translation>プロファイル (*.json *.jsonc)</translation>
    </message>
    <message>
        <source>Timelines (*.tidemark)</source>
        <translation>タイムライン (*.tidemark)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>Save and collect</source>
        <translation>保存して収集</translation>
    </message>
    <message>
        <source>See whether it answers.</source>
        <translation>応答するかを確かめてください。</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>問い合わせ中 …</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectSteps</name>
    <message>
        <source>Steps</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>わかったこと</translation>
    </message>
    <message>
        <source>Columns of the steps</source>
        <translation>手順の列</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>変更すべきこと</translation>
    </message>
    <message>
        <source>What is not known without it</source>
        <translation>これがないと不明なこと</translation>
    </message>
    <message>
        <source>A test asks step by step: the name, the port, TLS and its certificate, the sign-in, an answer, each permission. It reads, and changes nothing.</source>
        <translation>テストは名前、ポート、TLS と証明書、サインイン、応答、各権限を順に確かめます。読み取るだけで、何も変更しません。</translation>
    </message>
    <message>
        <source>What to change: %1</source>
        <translation>変更すべきこと：%1</translation>
    </message>
    <message>
        <source>Not known without it: %1</source>
        <translation>これがないと不明：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectorsPage</name>
    <message>
        <source>Connectors</source>
        <translation>コネクター</translation>
    </message>
    <message>
        <source>No connector has been recorded.
Name the address of Kafka Connect in the profile and start a collector: tidemark collect --profile FILE</source>
        <translation>コネクターの記録がありません。
プロファイルに Kafka Connect のアドレスを記述し、コレクターを起動してください：tidemark collect --profile FILE</translation>
    </message>
</context>
<context>
    <name>tidemark::views::DeadLettersPage</name>
    <message>
        <source>Dead letters</source>
        <translation>デッドレター</translation>
    </message>
    <message>
        <source>The chosen dead letters</source>
        <translation>選択したデッドレター</translation>
    </message>
</context>
<context>
    <name>tidemark::views::DrillsPage</name>
    <message>
        <source>Drills</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>What is shown of drills</source>
        <translation>訓練の表示内容</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>実施表</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Failure matrix</source>
        <translation>障害マトリックス</translation>
    </message>
    <message>
        <source>Library of drills</source>
        <translation>訓練のライブラリ</translation>
    </message>
    <message>
        <source>begin a drill, or show one</source>
        <translation>訓練を開始または表示</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>The chosen drill</source>
        <translation>選択した訓練</translation>
    </message>
</context>
<context>
    <name>tidemark::views::FindingsDock</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>エラー %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>警告 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>注記 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>検出なし</translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>スヌーズ中 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>judged at %1, coverage %2</source>
        <translation>判定 %1、カバレッジ %2</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>検出結果</translation>
    </message>
    <message>
        <source>why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>スヌーズ</translation>
    </message>
    <message>
        <source>A starting point: rules see only what is collected. Where nothing stands here, nothing is proven to be well.</source>
        <translation>出発点にすぎません。ルールは収集されたものしか見えず、ここに何もなくても正常の証明にはなりません。</translation>
    </message>
    <message>
        <source>What this list is</source>
        <translation>このリストについて</translation>
    </message>
    <message>
        <source>Rules that cannot run, and what they need</source>
        <translation>実行できないルールと、必要なもの</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 に必要：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) cannot run</source>
        <translation>
            <numerusform>実行できないルール %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing abnormal at %1 (coverage %2).</source>
        <translation>%1 時点で異常なし（カバレッジ %2）。</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>Findings unknown</source>
        <translation>検出結果は不明</translation>
    </message>
    <message>
        <source>Nothing could be judged.
Start a collector: tidemark collect --profile FILE</source>
        <translation>判定できるものがありません。
コレクターを起動してください：tidemark collect --profile FILE</translation>
    </message>
</context>
<context>
    <name>tidemark::views::GrowthPage</name>
    <message>
        <source>Growth</source>
        <translation>増加</translation>
    </message>
    <message>
        <source>What is shown of growth</source>
        <translation>増加の表示内容</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>Drivers of cost</source>
        <translation>費用の要因</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>コンシューマー</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>現状</translation>
    </message>
    <message>
        <source> d</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>What if topics were kept so many days</source>
        <translation>トピックをこの日数保持した場合</translation>
    </message>
    <message>
        <source>What if so many times as much were produced</source>
        <translation>生成量がこの倍数になった場合</translation>
    </message>
    <message>
        <source>what if kept</source>
        <translation>仮定：保持</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Bytes to come, of</source>
        <translation>今後のバイト数の対象</translation>
    </message>
    <message>
        <source>What the chart says</source>
        <translation>グラフの内容</translation>
    </message>
    <message>
        <source>Bytes to come: modelled</source>
        <translation>今後のバイト数（モデル）</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>仮定</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>全トピック</translation>
    </message>
</context>
<context>
    <name>tidemark::views::Headline</name>
    <message>
        <source>In short</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>補足</translation>
    </message>
</context>
<context>
    <name>tidemark::views::HealthBar</name>
    <message>
        <source>Status</source>
        <translation>ステータス</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>収集元</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>カバレッジ</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>障害</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字線</translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translation>データの経過時間</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>ファイルサイズ</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>収集元 %2 件中 %1 件が正常</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>カバレッジ %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>第 %1 世代</translation>
    </message>
    <message>
        <source>data end at %1, %2 ago</source>
        <translation>データは %1 まで、%2 前</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 経過</translation>
    </message>
    <message>
        <source>seen every %1</source>
        <translation>%1 ごとに確認</translation>
    </message>
    <message>
        <source>Shows what the rules found (9)</source>
        <translation>ルールの検出結果を表示 (9)</translation>
    </message>
    <message>
        <source>findings unknown</source>
        <translation>検出結果は不明</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>検出結果：%1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1 時点</translation>
    </message>
    <message>
        <source>collecting · stop</source>
        <translation>収集中 · 停止</translation>
    </message>
    <message>
        <source>Stop collecting</source>
        <translation>収集を停止</translation>
    </message>
    <message>
        <source>This window collects; a click stops it. What was collected stays.</source>
        <translation>このウィンドウが収集しています。クリックすると停止します。収集したものは残ります。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::HomePage</name>
    <message>
        <source>Tide</source>
        <translation>タイド</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.
Start a collector: tidemark collect --profile FILE, or look once: tidemark freshness --bootstrap HOST:PORT</source>
        <translation>グループとトピックの記録はまだありません。
コレクターを起動：tidemark collect --profile FILE、または一度だけ確認：tidemark freshness --bootstrap HOST:PORT</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>バジェット</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>バジェット</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>インシデント</translation>
    </message>
    <message>
        <source>path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>選択してください。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::IncidentPage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>インシデント</translation>
    </message>
    <message>
        <source>Beside the order of onset</source>
        <translation>変化の順序の補足</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.
Start a collector: tidemark collect --profile FILE</source>
        <translation>まだ何も記録されていません。
コレクターを起動してください：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>Filter lanes</source>
        <translation>レーンを絞り込み</translation>
    </message>
    <message>
        <source>onset</source>
        <translation>変化点</translation>
    </message>
    <message>
        <source>Lanes shown</source>
        <translation>表示中のレーン</translation>
    </message>
    <message>
        <source>all lanes</source>
        <translation>全レーン</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Order of onset</source>
        <translation>変化の順序</translation>
    </message>
    <message>
        <source>Nothing moved in this window that did not move before it.
Absence of findings is not proof of health.</source>
        <translation>この期間に新たに変化したものはありません。
検出結果がないことは健全の証明にはなりません。</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>履歴なし</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>まだ何も記録されていません。</translation>
    </message>
    <message>
        <source>Beside the order</source>
        <translation>順序の補足</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>What is shown beneath the lanes</source>
        <translation>レーンの下に表示するもの</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>切替</translation>
    </message>
    <message>
        <source>note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Where the gaps grew</source>
        <translation>ギャップが増えた箇所</translation>
    </message>
    <message>
        <source>No group and no table has been measured: there is no gap to compare.</source>
        <translation>測定されたグループもテーブルもなく、比較するギャップがありません。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Notes %1</source>
        <translation>メモ %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::JourneyCard</name>
    <message>
        <source>Record journey</source>
        <translation>レコードの道のり</translation>
    </message>
    <message>
        <source>Which record</source>
        <translation>どのレコードか</translation>
    </message>
    <message>
        <source>Click a point of a partition&apos;s chart, or press Enter at the crosshair.</source>
        <translation>パーティションのグラフの点をクリックするか、十字線の位置で Enter を押してください。</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>不明：%1</translation>
    </message>
    <message>
        <source>%1/%2 @ %3</source>
        <translation>%1/%2 @ %3</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>%1 at</source>
        <translation>%1：時刻</translation>
    </message>
    <message>
        <source>%1, evidence</source>
        <translation>%1：根拠</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagMapPage</name>
    <message>
        <source>Lag map</source>
        <translation>ラグマップ</translation>
    </message>
    <message>
        <source>No lag has been recorded in this window.
Start a collector: tidemark collect --profile FILE, or choose an earlier time.</source>
        <translation>この期間にラグの記録はありません。
コレクターを起動：tidemark collect --profile FILE、または以前の期間を選んでください。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagOverview</name>
    <message>
        <source>Lag of all partitions over time</source>
        <translation>全パーティションのラグの推移</translation>
    </message>
    <message>
        <source>%1: %2 unknown</source>
        <translation>%1：%2 不明</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1：不明</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation>%1：%3 のラグ %2、%4</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>All partitions, worst group first; lag in records</source>
        <translation>全パーティション、最悪のグループが先頭。ラグはレコード数</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagPage</name>
    <message>
        <source>Lag</source>
        <translation>ラグ</translation>
    </message>
    <message>
        <source>No consumer group has been recorded.
Start a collector: tidemark collect --profile FILE, or look once: tidemark lag --bootstrap HOST:PORT</source>
        <translation>コンシューマーグループの記録がありません。
コレクターを起動：tidemark collect --profile FILE、または一度だけ確認：tidemark lag --bootstrap HOST:PORT</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LanesView</name>
    <message>
        <source>Lanes</source>
        <translation>レーン</translation>
    </message>
    <message>
        <source>Lanes over time</source>
        <translation>レーンの推移</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>描画するものがありません。</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>%1 時点</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>十字線がありません。Shift と矢印キーで置きます。</translation>
    </message>
    <message>
        <source>, pinned</source>
        <translation>、ピン留め</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>、選択中</translation>
    </message>
</context>
<context>
    <name>tidemark::views::MarksCard</name>
    <message>
        <source>more than %1</source>
        <translation>%1 超</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>マーク</translation>
    </message>
    <message>
        <source>Time of the marks</source>
        <translation>マークの時刻</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>マーク</translation>
    </message>
    <message>
        <source>%1, gap</source>
        <translation>%1：ギャップ</translation>
    </message>
    <message>
        <source>open transaction %1</source>
        <translation>未完了トランザクション %1</translation>
    </message>
    <message>
        <source>unread %1%2</source>
        <translation>未読 %1%2</translation>
    </message>
    <message>
        <source>not landed %1%2</source>
        <translation>未反映 %1%2</translation>
    </message>
    <message>
        <source>Marks at %1 UTC</source>
        <translation>%1 UTC のマーク</translation>
    </message>
</context>
<context>
    <name>tidemark::views::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>メトリクス</translation>
    </message>
    <message>
        <source>The chosen signal</source>
        <translation>選択したシグナル</translation>
    </message>
    <message>
        <source>Trend of</source>
        <translation>推移：</translation>
    </message>
    <message>
        <source>Newest value</source>
        <translation>最新値</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NavBar</name>
    <message>
        <source>Navigation</source>
        <translation>ナビゲーション</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NoteDialog</name>
    <message>
        <source>Write</source>
        <translation>書き込む</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>%1 時点</translation>
    </message>
    <message>
        <source>The time that the note speaks of</source>
        <translation>メモの対象時刻</translation>
    </message>
    <message>
        <source>Who reads the logbook beside this timeline sees it, with your name.</source>
        <translation>このタイムラインのログブックを読む人に、あなたの名前とともに表示されます。</translation>
    </message>
    <message>
        <source>Who sees the note</source>
        <translation>メモを見られる人</translation>
    </message>
    <message>
        <source>What happened, or what was done</source>
        <translation>起きたこと、行ったこと</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>メモの内容</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>このメモを書き込む</translation>
    </message>
    <message>
        <source>write</source>
        <translation>書き込む</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NotesPane</name>
    <message>
        <source>What happened</source>
        <translation>起きたこと</translation>
    </message>
    <message>
        <source>The story</source>
        <translation>経緯</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>検出</translation>
    </message>
    <message>
        <source>into the story</source>
        <translation>経緯に追加</translation>
    </message>
    <message>
        <source>Nothing happened in this window that a collector would see.</source>
        <translation>この期間にコレクターが見えるものは起きていません。</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>経緯</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <source>Nobody has written anything of this window.
n writes a note; + takes what happened into the story.</source>
        <translation>この期間についての記入はまだありません。
n でメモを書き、+ で起きたことを経緯に加えます。</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
</context>
<context>
    <name>tidemark::views::OverviewStrip</name>
    <message>
        <source>All that was recorded</source>
        <translation>記録されたすべて</translation>
    </message>
    <message>
        <source>Recorded: %1; seen: %2</source>
        <translation>記録：%1、表示中：%2</translation>
    </message>
</context>
<context>
    <name>tidemark::views::Palette</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>その名前のものはありません。</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>パレット</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>一致するもの</translation>
    </message>
</context>
<context>
    <name>tidemark::views::PathPage</name>
    <message>
        <source>Path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>No path has been recorded.
Start a collector: tidemark collect --profile FILE, then choose a path on the first page.</source>
        <translation>経路の記録がありません。
コレクターを起動し：tidemark collect --profile FILE、最初の画面で経路を選んでください。</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
    <message>
        <source>Filter by partition or reader</source>
        <translation>パーティションまたはコンシューマーで絞り込み</translation>
    </message>
    <message>
        <source>Filter partitions</source>
        <translation>パーティションを絞り込み</translation>
    </message>
    <message>
        <source>tide chart</source>
        <translation>タイドグラフ</translation>
    </message>
    <message>
        <source>Partitions of the path</source>
        <translation>経路のパーティション</translation>
    </message>
    <message>
        <source>No path</source>
        <translation>経路なし</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.</source>
        <translation>グループとトピックの記録はまだありません。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::PresentWindow</name>
    <message>
        <source>Presentation</source>
        <translation>発表</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黒画面</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>コントラスト</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>%2 ページ中 %1 ページ</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ProvenancePage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>来歴</translation>
    </message>
    <message>
        <source>What the run says</source>
        <translation>実行の申告内容</translation>
    </message>
    <message>
        <source>run, model version, snapshot, or TABLE@TIME</source>
        <translation>実行、モデルのバージョン、スナップショット、または TABLE@TIME</translation>
    </message>
    <message>
        <source>Which data did this see?</source>
        <translation>どのデータを読んだか</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>No run is registered.
tidemark lineage register RUN --model M --input TABLE@SNAPSHOT
tidemark lineage import FILE</source>
        <translation>登録された実行はありません。
tidemark lineage register RUN --model M --input TABLE@SNAPSHOT
tidemark lineage import FILE</translation>
    </message>
    <message>
        <source>held against</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <source>The run that it is held against</source>
        <translation>比較する実行</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>OpenLineage</source>
        <translation>OpenLineage</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>読まれたもの</translation>
    </message>
    <message>
        <source>Two runs against each other</source>
        <translation>2 つの実行の比較</translation>
    </message>
    <message>
        <source>no other run</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>tidemark::views::QuestionDialog</name>
    <message>
        <source>A question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Nothing that is collected can tell: a person says it, for the record.</source>
        <translation>収集したデータからは分からないため、人が答えて記録に残します。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>分かった方法</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ReplayPage</name>
    <message>
        <source>Replay</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <source>No replay is running, and none ran in the last day.
One is found when a group&apos;s offset falls, or when a new group begins at the first record.
Say of one beforehand: tidemark replay declare NAME --group G --topic T</source>
        <translation>実行中のリプレイはなく、直近 1 日にもありません。
グループのオフセットが下がるか、新しいグループが最初のレコードから始めると検出されます。
事前に宣言するには：tidemark replay declare NAME --group G --topic T</translation>
    </message>
    <message>
        <source>The chosen replay</source>
        <translation>選択したリプレイ</translation>
    </message>
</context>
<context>
    <name>tidemark::views::RowView</name>
    <message>
        <source>%1, columns</source>
        <translation>%1：列</translation>
    </message>
</context>
<context>
    <name>tidemark::views::RunSheet</name>
    <message>
        <source>No drill is on record.
Choose a template in the library and press Enter.</source>
        <translation>記録された訓練はありません。
ライブラリでテンプレートを選んで Enter を押します。</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
    <message>
        <source>The drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Command of the chosen step</source>
        <translation>選択した手順のコマンド</translation>
    </message>
    <message>
        <source>Expected of the chosen step</source>
        <translation>選択した手順で期待されること</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>done now</source>
        <translation>今完了</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>取り消し</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Signals and measures</source>
        <translation>信号と測定値</translation>
    </message>
    <message>
        <source>no command</source>
        <translation>コマンドなし</translation>
    </message>
    <message>
        <source>nothing particular is expected</source>
        <translation>特に期待されることはありません</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>期待：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SchemasPage</name>
    <message>
        <source>Schemas</source>
        <translation>スキーマ</translation>
    </message>
    <message>
        <source>The chosen subject</source>
        <translation>選択したサブジェクト</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1、バージョン %2</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ScorecardPage</name>
    <message>
        <source>Scorecard</source>
        <translation>スコアカード</translation>
    </message>
    <message>
        <source>Nothing is reviewed.
Measure what can be measured: tidemark scorecard evidence --take</source>
        <translation>レビューがありません。
測定できるものを測定します：tidemark scorecard evidence --take</translation>
    </message>
    <message>
        <source>Evidence of the chosen row</source>
        <translation>選択した行の根拠</translation>
    </message>
    <message>
        <source>present</source>
        <translation>発表</translation>
    </message>
    <message>
        <source>Whose readiness: the scope of the evidence</source>
        <translation>対象：根拠の範囲</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation>スヌーズ</translation>
    </message>
    <message>
        <source>Snooze a finding</source>
        <translation>検出結果をスヌーズ</translation>
    </message>
    <message>
        <source>The finding</source>
        <translation>この検出結果</translation>
    </message>
    <message>
        <source>It goes to the end of the list and is not counted. Who reads the logbook sees it.</source>
        <translation>リストの末尾に移り、件数に含まれません。ログブックを読む人には見えます。</translation>
    </message>
    <message>
        <source>What a snooze does</source>
        <translation>スヌーズの効果</translation>
    </message>
    <message>
        <source>Why, for the others</source>
        <translation>他の人に伝える理由</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>End the snooze</source>
        <translation>スヌーズを解除</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 時間</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 時間</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 時間</translation>
    </message>
    <message>
        <source>tomorrow 09:00 UTC</source>
        <translation>明日 09:00 UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>収集元</translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.
Start a collector: tidemark collect --profile FILE</source>
        <translation>このファイルにはまだ何も収集されていません。
コレクターを起動してください：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>what is kept</source>
        <translation>保持の設定</translation>
    </message>
</context>
<context>
    <name>tidemark::views::StartDialog</name>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>who runs it</source>
        <translation>実施者</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>who allowed it</source>
        <translation>承認した人</translation>
    </message>
    <message>
        <source>Stop condition</source>
        <translation>中止条件</translation>
    </message>
    <message>
        <source>at which it is stopped</source>
        <translation>中止する条件</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>what else is to be said</source>
        <translation>その他の事項</translation>
    </message>
    <message>
        <source>What is well before it</source>
        <translation>事前の確認</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>スタート</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>それでも開始</translation>
    </message>
    <message>
        <source>Begin drill %1</source>
        <translation>訓練 %1 を開始</translation>
    </message>
    <message>
        <source>The drill</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>ストリーム</translation>
    </message>
    <message>
        <source>everything, or path=orders</source>
        <translation>すべて、または path=orders</translation>
    </message>
    <message>
        <source>Whether it may start</source>
        <translation>開始できるか</translation>
    </message>
    <message>
        <source>Look whether all is well</source>
        <translation>問題がないか確認</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>It starts where all was well for %1: polls answered, in time, landing, no error, and people named.</source>
        <translation>%1 の間すべて正常なら開始します：応答、時間内、反映、エラーなし、担当者の指定。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>All is well: it may start.</source>
        <translation>問題ありません。開始できます。</translation>
    </message>
    <message>
        <source>Not all is well: it cannot start. Started anyway, its verdict is partial at most.</source>
        <translation>問題があるため開始できません。それでも開始した場合、判定は最高でも部分合格です。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::StartPage</name>
    <message>
        <source>Open again</source>
        <translation>再び開く</translation>
    </message>
    <message>
        <source>No timeline was open yet.</source>
        <translation>まだタイムラインを開いていません。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>スタート</translation>
    </message>
    <message>
        <source>How stale each consumer of the data is, where along the path it is stuck, what moved first. It only reads; what it sees it keeps in one file, a timeline.</source>
        <translation>データの各コンシューマーがどれだけ古いか、経路のどこで止まっているか、何が最初に変化したか。読み取りのみを行い、見たものは 1 つのファイル、タイムラインに保存します。</translation>
    </message>
    <message>
        <source>What Tidemark does</source>
        <translation>Tidemark の働き</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>履歴から削除</translation>
    </message>
    <message>
        <source>Open a timeline or bundle …</source>
        <translation>タイムラインまたはバンドルを開く…</translation>
    </message>
    <message>
        <source>What a collector wrote, on this machine or handed on by somebody.</source>
        <translation>コレクターが書いたもの。このマシンのもの、または誰かから渡されたもの。</translation>
    </message>
    <message>
        <source>Play the demo</source>
        <translation>デモを再生</translation>
    </message>
    <message>
        <source>A pipeline with a scripted incident, on this machine alone. Takes two minutes.</source>
        <translation>筋書きどおりにインシデントが起きるパイプライン。このマシンだけで動き、2 分かかります。</translation>
    </message>
    <message>
        <source>Connect to a cluster …</source>
        <translation>クラスターに接続 …</translation>
    </message>
    <message>
        <source>An address is enough. Each step is tested, and what fails says what to change; then this window collects.</source>
        <translation>アドレスだけで始められます。各段階を確かめ、失敗したところは直し方を示します。そのあと、このウィンドウが収集します。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TableFilesPage</name>
    <message>
        <source>Table files</source>
        <translation>テーブルファイル</translation>
    </message>
    <message>
        <source>The chosen table</source>
        <translation>選択したテーブル</translation>
    </message>
    <message>
        <source>Trend of</source>
        <translation>推移：</translation>
    </message>
    <message>
        <source>Newest value</source>
        <translation>最新値</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>描画する内容</translation>
    </message>
    <message>
        <source>What the rule is for</source>
        <translation>ルールの用途</translation>
    </message>
    <message>
        <source>Rule for the profile</source>
        <translation>プロファイル用のルール</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the rule</source>
        <translation>ルールをコピー</translation>
    </message>
    <message>
        <source>For the pipeline of %1, whose offsets nobody reads:</source>
        <translation>オフセットが読まれていない %1 のパイプライン用：</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TablePage</name>
    <message>
        <source>Filter by name</source>
        <translation>名前で絞り込み</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>絞り込み：%1</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>表示中の行</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Esc clears the filter.</source>
        <translation>「%1」に一致するものがありません。Esc でフィルターを消します。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::views::TidePage</name>
    <message>
        <source>Tide chart</source>
        <translation>タイドグラフ</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>No topic has been recorded.
Start a collector: tidemark collect --profile FILE, or play a story: tidemark import --story FILE</source>
        <translation>トピックの記録がありません。
コレクターを起動：tidemark collect --profile FILE、またはストーリーを再生：tidemark import --story FILE</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>何も表示されない理由</translation>
    </message>
    <message>
        <source>Partitions of the topic</source>
        <translation>トピックのパーティション</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>表示するものがまだありません</translation>
    </message>
    <message>
        <source>No topic has been recorded.</source>
        <translation>トピックの記録がありません。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TidePicker</name>
    <message>
        <source>Topic</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>パーティション</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>all partitions</source>
        <translation>全パーティション</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>パーティション %1</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>グループなし</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>テーブル</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TideView</name>
    <message>
        <source>Tide chart</source>
        <translation>タイドグラフ</translation>
    </message>
    <message>
        <source>Offsets over time</source>
        <translation>オフセットの推移</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>十字線がありません。Shift と矢印キーで置きます。</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>描画するものがありません。</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>%1 時点</translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation>未読 %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TimeBar</name>
    <message>
        <source>Time range</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Timeline file</source>
        <translation>タイムラインファイル</translation>
    </message>
    <message>
        <source>Visible time</source>
        <translation>表示期間</translation>
    </message>
    <message>
        <source>Length of the visible time</source>
        <translation>表示期間の長さ</translation>
    </message>
    <message>
        <source>%1 · bundle, only read</source>
        <translation>%1 · バンドル、読み取り専用</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TopicsPage</name>
    <message>
        <source>Topics</source>
        <translation>トピック</translation>
    </message>
    <message>
        <source>No topic has been recorded.
Start a collector: tidemark collect --profile FILE, or look once: tidemark topics --bootstrap HOST:PORT</source>
        <translation>トピックの記録がありません。
コレクターを起動：tidemark collect --profile FILE、または一度だけ確認：tidemark topics --bootstrap HOST:PORT</translation>
    </message>
    <message>
        <source>What is required of the chosen topic</source>
        <translation>選択したトピックの要件</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TraceCard</name>
    <message>
        <source>Trace</source>
        <translation>スタックトレース</translation>
    </message>
    <message>
        <source>Trace of</source>
        <translation>スタックトレース：</translation>
    </message>
    <message>
        <source>First line of the trace</source>
        <translation>スタックトレースの先頭行</translation>
    </message>
    <message>
        <source>Copy trace</source>
        <translation>トレースをコピー</translation>
    </message>
    <message>
        <source>The whole trace</source>
        <translation>スタックトレース全体</translation>
    </message>
    <message>
        <source>Trace of %1</source>
        <translation>%1 のスタックトレース</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折りたたむ</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Fold the trace</source>
        <translation>スタックトレースを折りたたむ</translation>
    </message>
    <message>
        <source>Show the whole trace</source>
        <translation>スタックトレース全体を表示</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TrendView</name>
    <message>
        <source>Trend</source>
        <translation>推移</translation>
    </message>
    <message>
        <source>Value over time</source>
        <translation>値の推移</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>十字線がありません。Shift と矢印キーで置きます。</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>描画するものがありません。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::VerdictDialog</name>
    <message>
        <source>Your name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Why another one</source>
        <translation>異なる理由</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>needed: it is not what is proposed</source>
        <translation>必須：提案と異なります</translation>
    </message>
    <message>
        <source>only where it is another one</source>
        <translation>提案と異なる場合のみ</translation>
    </message>
</context>
<context>
    <name>tidemark::views::WaterfallCard</name>
    <message>
        <source>%1 in</source>
        <translation>流入 %1</translation>
    </message>
    <message>
        <source>rate unknown: %1</source>
        <translation>レート不明：%1</translation>
    </message>
    <message>
        <source>open transaction %1</source>
        <translation>未完了トランザクション %1</translation>
    </message>
    <message>
        <source>unread %1 · reads %2</source>
        <translation>未読 %1 · 読み取り %2</translation>
    </message>
    <message>
        <source>not landed %1 · lands %2</source>
        <translation>未反映 %1 · 反映 %2</translation>
    </message>
    <message>
        <source>with the snapshot</source>
        <translation>スナップショットと同時</translation>
    </message>
    <message>
        <source>Stages of the path</source>
        <translation>経路の段階</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>%1, age</source>
        <translation>%1：経過時間</translation>
    </message>
    <message>
        <source>%1, gap</source>
        <translation>%1：ギャップ</translation>
    </message>
    <message>
        <source>%1, of</source>
        <translation>%1：対象</translation>
    </message>
    <message>
        <source>%1, evidence</source>
        <translation>%1：根拠</translation>
    </message>
    <message>
        <source>not instrumented: freshness is a lower bound</source>
        <translation>未計測：鮮度は下限値</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
</context>
</TS>
