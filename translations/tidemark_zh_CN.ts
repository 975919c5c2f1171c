<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>Tide chart</source>
        <translation>潮汐图</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>采集源</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>To the oldest</source>
        <translation>到最早</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>复制为 TSV</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Tide</source>
        <translation>潮汐</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>连接器</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>核对一次提交</translation>
    </message>
    <message>
        <source>Incident from here</source>
        <translation>从此处查看故障</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>全部泳道</translation>
    </message>
    <message>
        <source>Lock the crosshair</source>
        <translation>锁定十字线</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一个事件</translation>
    </message>
    <message>
        <source>Event before</source>
        <translation>上一个事件</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>Pin the lane</source>
        <translation>固定泳道</translation>
    </message>
    <message>
        <source>Note at the crosshair</source>
        <translation>在十字线处写备注</translation>
    </message>
    <message>
        <source>Order of onset, compare</source>
        <translation>变化先后、对比</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Window from this event to the next</source>
        <translation>从此事件到下一事件的时间窗口</translation>
    </message>
    <message>
        <source>Lag map</source>
        <translation>积压图</translation>
    </message>
    <message>
        <source>Open a timeline or bundle</source>
        <translation>打开时间线或归档包</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保留内容</translation>
    </message>
    <message>
        <source>Table files</source>
        <translation>表文件</translation>
    </message>
    <message>
        <source>Commands and places</source>
        <translation>命令与位置</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Copy a link to this view</source>
        <translation>复制此视图的链接</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>评分卡</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>连接到集群</translation>
    </message>
    <message>
        <source>Stop collecting</source>
        <translation>停止采集</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>导出评审</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>The step is done now</source>
        <translation>步骤现在完成</translation>
    </message>
    <message>
        <source>Take a stamp back</source>
        <translation>撤回一个打点</translation>
    </message>
    <message>
        <source>Abort the drill</source>
        <translation>中止演练</translation>
    </message>
    <message>
        <source>Say the verdict</source>
        <translation>下结论</translation>
    </message>
    <message>
        <source>Begin a drill</source>
        <translation>开始演练</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>与另一次运行比较</translation>
    </message>
    <message>
        <source>Export as OpenLineage</source>
        <translation>导出为 OpenLineage</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
</context>
<context>
    <name>Align</name>
    <message>
        <source>%1: cannot tell</source>
        <translation>%1：无法判断</translation>
    </message>
    <message>
        <source>%1: aligned</source>
        <translation>%1：已对齐</translation>
    </message>
    <message>
        <source>%1: aligned, the source is idle</source>
        <translation>%1：已对齐，源端空闲</translation>
    </message>
    <message>
        <source>%1: %2 in flight</source>
        <translation>%1：%2 正在途中</translation>
    </message>
    <message>
        <source>%1: %2 read, not landed</source>
        <translation>%1：%2 已读未落表</translation>
    </message>
    <message>
        <source>%1: %2 lost</source>
        <translation>%1：丢失 %2</translation>
    </message>
    <message>
        <source>%1: %2 will be lost</source>
        <translation>%1：将丢失 %2</translation>
    </message>
    <message>
        <source>%1: %2 offsets in no commit</source>
        <translation>%1：%2 个偏移量不在任何提交中</translation>
    </message>
    <message>
        <source>%1: ahead of its group by %2</source>
        <translation>%1：比它的消费者组超前 %2</translation>
    </message>
    <message>
        <source>%1: duplicates possible</source>
        <translation>%1：可能重复</translation>
    </message>
    <message>
        <source>%1: duplicates</source>
        <translation>%1：有重复</translation>
    </message>
    <message>
        <source>%1: table and log do not belong together</source>
        <translation>%1：表与日志不属于同一份数据</translation>
    </message>
    <message>
        <source>evidence %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>not landed</source>
        <translation>未落表</translation>
    </message>
    <message>
        <source>late after %1 (assumed)</source>
        <translation>超过 %1 算超时（假定值）</translation>
    </message>
    <message>
        <source>late after %1</source>
        <translation>超过 %1 算超时</translation>
    </message>
    <message>
        <source>late for %1</source>
        <translation>已超时 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1 of %2 partitions known</source>
        <translation>已知 %1/%2 个分区</translation>
    </message>
    <message>
        <source>complete through</source>
        <translation>完整至</translation>
    </message>
    <message>
        <source>all that was produced until then is in the table</source>
        <translation>此前生产的记录都已入表</translation>
    </message>
    <message>
        <source>if the sink restarts now</source>
        <translation>如果 Sink 现在重启</translation>
    </message>
    <message>
        <source>re-reads %1</source>
        <translation>重读 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 exist only in %n announced file(s)</source>
        <translation>
            <numerusform>%1 仅存在于 %n 个已通告的文件中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are in no snapshot</source>
        <translation>%1 不在任何快照中</translation>
    </message>
    <message>
        <source>up to %1 twice unless the writer is idempotent</source>
        <translation>除非写入端幂等，最多 %1 会重复</translation>
    </message>
    <message>
        <source>nothing is lost, nothing comes twice</source>
        <translation>不会丢失，不会重复</translation>
    </message>
    <message>
        <source>No tables</source>
        <translation>没有表</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any table.</source>
        <translation>尚未记录任何表的信息。</translation>
    </message>
    <message>
        <source>%1 of %2 tables in trouble</source>
        <translation>%2 张表中 %1 张异常</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 个未知</numerusform>
        </translation>
    </message>
    <message>
        <source>No partition is known that feeds it: name its topic or group in the profile.</source>
        <translation>不知道哪些分区向它供数：请在配置文件中写明它的主题或消费者组。</translation>
    </message>
    <message>
        <source>%1 of %2 partitions, worst %3/%4: </source>
        <translation>%2 个分区中的 %1 个，最差 %3/%4：</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions</source>
        <translation>%2 个分区中的 %1 个</translation>
    </message>
    <message>
        <source>no commit has been seen</source>
        <translation>未见任何提交</translation>
    </message>
    <message numerus="yes">
        <source>%n contiguous</source>
        <translation>
            <numerusform>%n 次连续</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hole(s)</source>
        <translation>
            <numerusform>%n 处缺口</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overlap(s)</source>
        <translation>
            <numerusform>%n 处重叠</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partial</source>
        <translation>
            <numerusform>%n 次不完整</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled back</source>
        <translation>
            <numerusform>%n 次已回滚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>newest first · %n commit(s): %1</source>
        <translation>
            <numerusform>最新在前 · %n 次提交：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source>%1 times as fast as it may</source>
        <translation>为允许速度的 %1 倍</translation>
    </message>
    <message>
        <source>%1 good, %2 late, %3 unknown</source>
        <translation>%1 正常，%2 超时，%3 未知</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>age now</source>
        <translation>当前年龄</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>None: no pipeline of the profile gives this path a class with a target.</source>
        <translation>无：配置文件中没有流水线为此链路指定带目标的类别。</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>burns, 1 h</source>
        <translation>消耗速度，1 小时</translation>
    </message>
    <message>
        <source>burns, 6 h</source>
        <translation>消耗速度，6 小时</translation>
    </message>
    <message>
        <source>burns, 3 d</source>
        <translation>消耗速度，3 天</translation>
    </message>
</context>
<context>
    <name>ConnectWords</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>configurations of topics</source>
        <translation>主题的配置</translation>
    </message>
    <message>
        <source>configurations of brokers</source>
        <translation>Broker 的配置</translation>
    </message>
    <message>
        <source>reading records</source>
        <translation>读取记录</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>Everything answers.</source>
        <translation>全部都有应答。</translation>
    </message>
    <message>
        <source>Everything answers, with something to mend.</source>
        <translation>全部都有应答，但有需要修正之处。</translation>
    </message>
    <message>
        <source>%1 of %2 answer.</source>
        <translation>%2 个中有 %1 个应答。</translation>
    </message>
    <message>
        <source>Nothing answers yet.</source>
        <translation>尚无任何应答。</translation>
    </message>
</context>
<context>
    <name>DeadLetterWords</name>
    <message>
        <source>%1 takes %2 of what came from %3</source>
        <translation>%1 正以 %2 接收来自 %3 的死信</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1 正以 %2 接收死信</translation>
    </message>
    <message>
        <source>, most for %1</source>
        <translation>，多数因为 %1</translation>
    </message>
    <message>
        <source>Not read. Why they failed stands in their headers; write this to the cluster in the profile:
&quot;read&quot;: [&quot;dead-letters&quot;]</source>
        <translation>未读取。失败原因写在记录的消息头里；请在配置文件的集群下加上：
&quot;read&quot;: [&quot;dead-letters&quot;]</translation>
    </message>
    <message>
        <source>Not read: %1.</source>
        <translation>未读取：%1。</translation>
    </message>
    <message>
        <source>%1 records; up to %2 were not read</source>
        <translation>%1 条记录；最多 %2 条未读取</translation>
    </message>
    <message>
        <source>all, %1 records</source>
        <translation>全部 %1 条记录</translation>
    </message>
    <message>
        <source>a share group</source>
        <translation>共享组</translation>
    </message>
    <message>
        <source>No header of a family that is known. Of a connector: errors.deadletterqueue.context.headers.enable is false unless it is set.</source>
        <translation>没有已知类型的消息头。若来自连接器：errors.deadletterqueue.context.headers.enable 未设置时为 false。</translation>
    </message>
    <message>
        <source>No dead letters</source>
        <translation>没有死信</translation>
    </message>
    <message>
        <source>No topic takes any.</source>
        <translation>没有主题接收死信。</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message>
        <source>, %1 not known</source>
        <translation>，%1 个未知</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) filling</source>
        <translation>
            <numerusform>%n 个主题在增加</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to %1 dead letters</source>
        <translation>最多 %1 条死信</translation>
    </message>
    <message>
        <source>Dead letters unknown</source>
        <translation>死信情况未知</translation>
    </message>
    <message>
        <source>Not every topic that takes them can be seen.</source>
        <translation>并非所有接收死信的主题都可见。</translation>
    </message>
    <message>
        <source>None came in the last two minutes.</source>
        <translation>最近两分钟没有新增。</translation>
    </message>
    <message>
        <source>No topic takes dead letters, as far as can be seen.
One is known by the configuration of a connector (errors.deadletterqueue.topic.name) or of the topic (errors.deadletterqueue.group.enable), by “dead_letter” of a pipeline in the profile, by its records&apos; headers, or suggested by its name, as orders-dlq is.
Recorded by: tidemark collect --profile FILE</source>
        <translation>就目前所见，没有主题接收死信。
识别方式：连接器的配置 (errors.deadletterqueue.topic.name)、主题的配置 (errors.deadletterqueue.group.enable)、配置文件中流水线的“dead_letter”、记录的消息头；像 orders-dlq 这样的名称仅作提示。
采集命令：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>known by</source>
        <translation>识别方式</translation>
    </message>
    <message>
        <source>from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>perhaps from</source>
        <translation>可能来自</translation>
    </message>
    <message>
        <source>written by</source>
        <translation>写入者</translation>
    </message>
    <message>
        <source>headers read</source>
        <translation>已读消息头</translation>
    </message>
    <message>
        <source>clean-up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>compacted: fewer records than offsets</source>
        <translation>已压实：记录数少于偏移量数</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>最旧</translation>
    </message>
    <message>
        <source>By the time that the record carries. Connect keeps that of the record that failed.</source>
        <translation>按记录自带的时间。Connect 保留失败记录原来的时间。</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>headers of</source>
        <translation>消息头来源</translation>
    </message>
    <message>
        <source>records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>first read at</source>
        <translation>最早读到位置</translation>
    </message>
    <message>
        <source>last read at</source>
        <translation>最近读到位置</translation>
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
        <translation>%2 个步骤中已完成 %1 个。</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>下一步：%1。</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Wait %1 more.</source>
        <translation>还需等待 %1。</translation>
    </message>
    <message>
        <source>No drills</source>
        <translation>没有演练</translation>
    </message>
    <message>
        <source>%1 of %2 incidents and paths rehearsed</source>
        <translation>故障与路径 %2 项中已演练 %1 项</translation>
    </message>
    <message>
        <source>Drill %1 has run for %2</source>
        <translation>演练 %1 已进行 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) running</source>
        <translation>
            <numerusform>%n 个演练进行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drill(s) on record</source>
        <translation>
            <numerusform>已记录 %n 个演练</numerusform>
        </translation>
    </message>
    <message>
        <source>No drill was started</source>
        <translation>尚未开始任何演练</translation>
    </message>
    <message>
        <source>A drill is a failure that people bring about on purpose. They do the steps, Tidemark watches, times and keeps the record; it does nothing to a cluster. Enter on a template begins one.</source>
        <translation>演练是人为制造的故障。步骤由人执行，Tidemark 只观察、计时并记录，不会对集群做任何操作。在模板上按 Enter 即可开始。</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 的结论：%2</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>与建议一致</translation>
    </message>
    <message>
        <source>proposed was %1</source>
        <translation>建议为 %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>a person says the verdict</source>
        <translation>结论由人来下</translation>
    </message>
    <message>
        <source>, aborted: %1</source>
        <translation>，已中止：%1</translation>
    </message>
    <message>
        <source>for</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>steady before</source>
        <translation>此前稳定</translation>
    </message>
    <message>
        <source>recovers within</source>
        <translation>恢复时限</translation>
    </message>
    <message>
        <source>scorecard</source>
        <translation>评分卡</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>stopped when</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始时</translation>
    </message>
    <message>
        <source>Not all was well before it: the verdict is partial at most.</source>
        <translation>开始前并非一切正常：结论最多为部分通过。</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>%1, says %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>because</source>
        <translation>原因</translation>
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
        <translation>无法定论</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>aborted</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已看到</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未看到</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>detected after</source>
        <translation>检测用时</translation>
    </message>
    <message>
        <source>first moved after</source>
        <translation>首次变化用时</translation>
    </message>
    <message>
        <source>recovered after</source>
        <translation>恢复用时</translation>
    </message>
    <message>
        <source>detected by</source>
        <translation>检测依据</translation>
    </message>
    <message>
        <source>moved first</source>
        <translation>最先变化</translation>
    </message>
    <message>
        <source>greatest age</source>
        <translation>最大年龄</translation>
    </message>
    <message>
        <source>least headroom</source>
        <translation>最小余量</translation>
    </message>
    <message>
        <source>commits with holes</source>
        <translation>有缺口的提交</translation>
    </message>
    <message>
        <source>offsets left out</source>
        <translation>遗漏的偏移量</translation>
    </message>
    <message>
        <source>offsets committed twice</source>
        <translation>重复提交的偏移量</translation>
    </message>
    <message>
        <source>offsets lost to retention</source>
        <translation>因保留策略丢失的偏移量</translation>
    </message>
    <message>
        <source>recovery waited on</source>
        <translation>恢复等待于</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>steps nobody planned</source>
        <translation>计划外步骤</translation>
    </message>
    <message>
        <source>new findings</source>
        <translation>新发现</translation>
    </message>
    <message>
        <source>Expected signals</source>
        <translation>预期信号</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Asked of people</source>
        <translation>询问人</translation>
    </message>
    <message>
        <source>Why this verdict</source>
        <translation>结论的原因</translation>
    </message>
    <message>
        <source>Steady state before</source>
        <translation>此前的稳态</translation>
    </message>
    <message>
        <source>Steady state now</source>
        <translation>现在的稳态</translation>
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
        <translation>毫秒</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>d</source>
        <translation>天</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no offset has been committed</source>
        <translation>尚未提交过偏移量</translation>
    </message>
    <message>
        <source>the cluster does not permit it</source>
        <translation>集群不允许</translation>
    </message>
    <message>
        <source>the source does not answer</source>
        <translation>采集源没有应答</translation>
    </message>
    <message>
        <source>no data: the collector was off</source>
        <translation>无数据：采集器未运行</translation>
    </message>
    <message>
        <source>this was never asked for</source>
        <translation>从未查询过</translation>
    </message>
    <message>
        <source>not enough history yet</source>
        <translation>历史数据还不够</translation>
    </message>
    <message>
        <source>the partition has no leader</source>
        <translation>分区没有 Leader</translation>
    </message>
    <message>
        <source>it was deleted</source>
        <translation>已被删除</translation>
    </message>
    <message>
        <source>the source cannot tell</source>
        <translation>采集源无法给出</translation>
    </message>
    <message>
        <source>not asked for: it needs permission to read records</source>
        <translation>未查询：需要读取记录的权限</translation>
    </message>
    <message>
        <source>the answers contradict each other</source>
        <translation>各应答互相矛盾</translation>
    </message>
    <message>
        <source>the history of it has expired</source>
        <translation>相关历史已过期</translation>
    </message>
    <message>
        <source>it does not apply here</source>
        <translation>此处不适用</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>增长中</translation>
    </message>
    <message>
        <source>no consumer</source>
        <translation>无消费者</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>已回退</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>消退中</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>已生产</translation>
    </message>
    <message>
        <source>readable</source>
        <translation>可读取</translation>
    </message>
    <message>
        <source>group</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>queryable</source>
        <translation>可查询</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>推导</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>by time look-ups on the broker</source>
        <translation>通过 Broker 按时间查询</translation>
    </message>
    <message>
        <source>from this file&apos;s history</source>
        <translation>来自本文件的历史</translation>
    </message>
    <message>
        <source>from the record itself</source>
        <translation>来自记录本身</translation>
    </message>
    <message>
        <source>nothing unread</source>
        <translation>没有未读</translation>
    </message>
    <message>
        <source>records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>transaction markers, no records</source>
        <translation>事务标记，不是记录</translation>
    </message>
    <message>
        <source>compaction holes, no records</source>
        <translation>压实留下的空洞，不是记录</translation>
    </message>
    <message>
        <source>an open transaction</source>
        <translation>未结束的事务</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>the table itself says the offset</source>
        <translation>表自身给出偏移量</translation>
    </message>
    <message>
        <source>joined through the writer&apos;s own log or checkpoint</source>
        <translation>通过写入端自己的日志或检查点关联得出</translation>
    </message>
    <message>
        <source>an upper bound from data or times; holes below it cannot be seen</source>
        <translation>由数据或时间得出的上限；其下的缺口看不到</translation>
    </message>
    <message>
        <source>nothing says which offsets the table holds</source>
        <translation>没有信息说明表中包含哪些偏移量</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>已对齐</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>will lose</source>
        <translation>将丢失</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>table ahead</source>
        <translation>表超前</translation>
    </message>
    <message>
        <source>duplicate risk</source>
        <translation>可能重复</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>有重复</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>已重置</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>contiguous</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>hole</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
</context>
<context>
    <name>GrowthWords</name>
    <message>
        <source>kept for %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>%1 times as much produced</source>
        <translation>生产量 %1 倍</translation>
    </message>
    <message>
        <source>No topics</source>
        <translation>没有主题</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>尚未记录任何内容。</translation>
    </message>
    <message>
        <source>produced since %1</source>
        <translation>自 %1 起的生产量</translation>
    </message>
    <message numerus="yes">
        <source>How much %n topic(s) hold is not known</source>
        <translation>
            <numerusform>%n 个主题的存量未知</numerusform>
        </translation>
    </message>
    <message>
        <source>Bytes need a metrics source that tells the size of logs; tidemark size --record-bytes takes what a record has.</source>
        <translation>字节数需要能提供日志大小的指标来源；tidemark size --record-bytes 可指定每条记录的大小。</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>How much %n of them hold is not known: there is no sum.</source>
        <translation>
            <numerusform>其中 %n 个的存量未知：没有合计。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) hold %1</source>
        <translation>
            <numerusform>%n 个主题存有 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>A day brings %1. In 30 days: %2.</source>
        <translation>每天增加 %1。30 天后：%2。</translation>
    </message>
    <message>
        <source>What if %1: %2.</source>
        <translation>假设 %1：%2。</translation>
    </message>
    <message>
        <source>no line: how much is held is not known (%1)</source>
        <translation>无曲线：存量未知（%1）</translation>
    </message>
    <message>
        <source>no line: %1</source>
        <translation>无曲线：%1</translation>
    </message>
    <message>
        <source>modelled: %1 now, %2 in 30 days; what if: %3</source>
        <translation>模型：现在 %1，30 天后 %2；假设：%3</translation>
    </message>
    <message>
        <source>modelled: %1 now, %2 in 30 days</source>
        <translation>模型：现在 %1，30 天后 %2</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>%1 not landed</source>
        <translation>%1 未落表</translation>
    </message>
    <message>
        <source>, the oldest record that is in no snapshot %1 old</source>
        <translation>，不在任何快照中的最旧记录已有 %1</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 未读</translation>
    </message>
    <message>
        <source>, the oldest %1 old</source>
        <translation>，最旧的已有 %1</translation>
    </message>
    <message>
        <source>%1 read, not landed</source>
        <translation>%1 已读未落表</translation>
    </message>
    <message>
        <source> since %1</source>
        <translation>，自 %1 起</translation>
    </message>
    <message>
        <source>tables (no catalog has been recorded)</source>
        <translation>表（尚未记录任何 Catalog）</translation>
    </message>
    <message>
        <source>connectors (no Kafka Connect has been recorded)</source>
        <translation>连接器（尚未记录 Kafka Connect）</translation>
    </message>
    <message>
        <source>Cannot see: %1.</source>
        <translation>看不到：%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>. Not landed: %1. Unread: %2.</source>
        <translation>。未落表：%1。未读：%2。</translation>
    </message>
    <message>
        <source>; safe until %1</source>
        <translation>；%1 前安全</translation>
    </message>
    <message>
        <source> Unread: %1.</source>
        <translation>未读：%1。</translation>
    </message>
    <message>
        <source>No paths</source>
        <translation>没有链路</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.</source>
        <translation>尚未记录任何消费者组和主题的信息。</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 条未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n 条正常</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 late</source>
        <translation>%2 条中 %1 条超时</translation>
    </message>
    <message>
        <source>%1 of %2 fine</source>
        <translation>%2 条中 %1 条正常</translation>
    </message>
    <message>
        <source>Nothing that is known is late.</source>
        <translation>已知的都没有超时。</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>没有超时。</translation>
    </message>
    <message numerus="yes">
        <source>%n path(s), none of them known</source>
        <translation>
            <numerusform>%n 条链路，状态均未知</numerusform>
        </translation>
    </message>
    <message>
        <source>There is not enough history yet, or the sources do not answer.</source>
        <translation>历史数据还不够，或采集源没有应答。</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>How old the end of this path is, is not known: %1.</source>
        <translation>此链路末端的年龄未知：%1。</translation>
    </message>
    <message>
        <source>The oldest record that has not arrived is %1 old.</source>
        <translation>尚未到达的最旧记录已有 %1。</translation>
    </message>
    <message>
        <source>Everything that was produced has arrived.</source>
        <translation>已生产的记录全部到达。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>，%1</translation>
    </message>
    <message>
        <source>Whether this path is late is not known: the oldest record that has not arrived is %1 old.</source>
        <translation>此链路是否超时未知：尚未到达的最旧记录已有 %1。</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1，对比 %2</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>等</translation>
    </message>
    <message>
        <source>Moved first: %1.</source>
        <translation>最先变化：%1。</translation>
    </message>
    <message>
        <source>Moved first, in an order that cannot be told: %1.</source>
        <translation>最先变化，先后无法判断：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were abnormal before.</source>
        <translation>
            <numerusform>%n 项此前已异常。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unchanged: %1.</source>
        <translation>无变化：%1。</translation>
    </message>
    <message>
        <source>Cannot see: %1.</source>
        <translation>看不到：%1。</translation>
    </message>
    <message>
        <source>Absence of findings is not proof of health.</source>
        <translation>没有诊断结果不等于健康。</translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <translation>
            <numerusform>%n 项变化</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing moved</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Nothing is known</source>
        <translation>一无所知</translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n 条泳道</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 folded</source>
        <translation>%1，已折叠 %2</translation>
    </message>
    <message>
        <source>%1, in steps of %2</source>
        <translation>%1，步长 %2</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>cannot see</source>
        <translation>看不到</translation>
    </message>
    <message>
        <source>so before</source>
        <translation>此前如此</translation>
    </message>
    <message>
        <source>near it</source>
        <translation>邻近</translation>
    </message>
    <message>
        <source>Samples are kept since %1. What is older stands in steps and is not judged.</source>
        <translation>样本自 %1 起保留。更早的只有汇总步长，不作判断。</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The history is too short to be compared with, or nobody looked.</source>
        <translation>历史太短，无法对比，或当时没有采集。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Open the row; on the chart: the record&apos;s journey</source>
        <translation>打开此行；在图上：记录的行程</translation>
    </message>
    <message>
        <source>Clear the filter or the crosshair</source>
        <translation>清除筛选或十字线</translation>
    </message>
    <message>
        <source>Crosshair one poll back or on</source>
        <translation>十字线前移或后移一次轮询</translation>
    </message>
    <message>
        <source>On the chart: zoom at the crosshair</source>
        <translation>在图上：以十字线为中心缩放</translation>
    </message>
    <message>
        <source>Zoom at the cursor; the wheel alone pans</source>
        <translation>以光标为中心缩放；只用滚轮则平移</translation>
    </message>
</context>
<context>
    <name>LagMapWords</name>
    <message>
        <source>No consumer groups</source>
        <translation>没有消费者组</translation>
    </message>
    <message>
        <source>No lag of any group has been recorded in this window.</source>
        <translation>此时间窗口内没有记录到任何消费者组的积压。</translation>
    </message>
    <message>
        <source>%1 of %2 known in part</source>
        <translation>%2 个中 %1 个部分已知</translation>
    </message>
    <message>
        <source>Lag unknown</source>
        <translation>积压未知</translation>
    </message>
    <message>
        <source>No lag in this window</source>
        <translation>此时间窗口内没有积压</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) by topic</source>
        <translation>
            <numerusform>%n 个消费者组（按主题）</numerusform>
        </translation>
    </message>
    <message>
        <source>Highest: %1</source>
        <translation>最高：%1</translation>
    </message>
    <message>
        <source>%1 in %2, at %3</source>
        <translation>%1 在 %2，时间 %3</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Producers</source>
        <translation>生产者</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Storage of the brokers</source>
        <translation>Broker 存储</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>Object store</source>
        <translation>对象存储</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catalog</translation>
    </message>
    <message>
        <source>Embedding, vector store</source>
        <translation>嵌入、向量库</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>采集器</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>error</source>
        <translation>错误</translation>
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
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>LineageWords</name>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>bounded</source>
        <translation>有界</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>about</source>
        <translation>大约</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>model version</source>
        <translation>模型版本</translation>
    </message>
    <message>
        <source>embedding model</source>
        <translation>嵌入模型</translation>
    </message>
    <message>
        <source>embedding version</source>
        <translation>嵌入版本</translation>
    </message>
    <message>
        <source>chunking version</source>
        <translation>分块版本</translation>
    </message>
    <message>
        <source>transform version</source>
        <translation>转换版本</translation>
    </message>
    <message>
        <source>metadata policy</source>
        <translation>元数据策略</translation>
    </message>
    <message>
        <source>access tag</source>
        <translation>访问标签</translation>
    </message>
    <message>
        <source>region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>deletions</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>job</source>
        <translation>作业</translation>
    </message>
    <message>
        <source>goes on from</source>
        <translation>接续自</translation>
    </message>
</context>
<context>
    <name>MetricsWords</name>
    <message>
        <source>%1 of %2 sources</source>
        <translation>%2 个采集源中 %1 个</translation>
    </message>
    <message>
        <source>No metrics are collected</source>
        <translation>没有采集指标</translation>
    </message>
    <message>
        <source>What brokers, sinks and stores say of themselves is not seen.</source>
        <translation>Broker、Sink 和存储自报的情况看不到。</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>What it measures now is unknown: %1</source>
        <translation>它当前的测量值未知：%1</translation>
    </message>
    <message>
        <source>Nothing matched of %1</source>
        <translation>%1 没有任何匹配</translation>
    </message>
    <message>
        <source>It answers, but none of what it exposes is a signal that is known.</source>
        <translation>它有应答，但暴露的内容中没有已知信号。</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 个未知</translation>
    </message>
    <message>
        <source>Every source answers.</source>
        <translation>所有采集源都有应答。</translation>
    </message>
    <message>
        <source>No source measures these layers: %1.</source>
        <translation>没有采集源测量这些层：%1。</translation>
    </message>
    <message>
        <source>No metrics are collected. Name an endpoint in the profile:
%1
and start a collector: tidemark collect --profile FILE</source>
        <translation>没有采集指标。请在配置文件中写明一个端点：
%1
并启动采集器：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>集群</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>asked last</source>
        <translation>最近查询</translation>
    </message>
    <message>
        <source>signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>without a value</source>
        <translation>没有值</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>未匹配</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>It exposes no metric by which a preset knows these signals. What is exposed is read by: tidemark metrics --parse FILE</source>
        <translation>它没有暴露预设可据以识别这些信号的指标。查看暴露了什么：tidemark metrics --parse FILE</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>source</source>
        <translation>采集源</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>%1 exposes no metric that is known for it; it would tell of this layer.</source>
        <translation>%1 没有暴露已知的相应指标；有的话就能反映这一层。</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>scraped</source>
        <translation>抓取时间</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>, nothing in this window</source>
        <translation>，此时间窗口内没有数据</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 个分区中 %1 个；其余未知</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>目标 %1</translation>
    </message>
    <message>
        <source>not landed</source>
        <translation>未落表</translation>
    </message>
    <message>
        <source>over its budget</source>
        <translation>超出预算</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>near its budget</source>
        <translation>接近预算</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>没有预算</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，在 %2</translation>
    </message>
    <message>
        <source>, %1 %</source>
        <translation>，%1 %</translation>
    </message>
    <message>
        <source>at least %1, as a hop is not seen: %2</source>
        <translation>至少 %1，因为有环节看不到：%2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>at most %1, at least %2</source>
        <translation>至多 %1，至少 %2</translation>
    </message>
</context>
<context>
    <name>ProvenanceWords</name>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>This</source>
        <translation>这</translation>
    </message>
    <message>
        <source>Snapshot %1 of %2</source>
        <translation>%2 的快照 %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，在 %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Whole: every partition reaches %1.</source>
        <translation>完整：每个分区都到达 %1。</translation>
    </message>
    <message>
        <source>Not whole: %1 of %2 partitions do not reach %3.</source>
        <translation>不完整：%2 个分区中有 %1 个未到达 %3。</translation>
    </message>
    <message>
        <source>Whether it is whole at %1 cannot be told.</source>
        <translation>无法判断在 %1 是否完整。</translation>
    </message>
    <message>
        <source>How the one follows on the other cannot be told.</source>
        <translation>无法判断两者如何衔接。</translation>
    </message>
    <message>
        <source>The one follows on the other: %1.</source>
        <translation>两者的衔接：%1。</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>%1: %2 before, %3 after.</source>
        <translation>%1：之前 %2，之后 %3。</translation>
    </message>
    <message>
        <source>No runs</source>
        <translation>没有运行</translation>
    </message>
    <message>
        <source>Cannot answer</source>
        <translation>无法回答</translation>
    </message>
    <message>
        <source>No run is registered</source>
        <translation>尚未登记任何运行</translation>
    </message>
    <message>
        <source>Which data did this model see? Register a run: tidemark lineage register RUN --model M --input TABLE@SNAPSHOT, or tidemark lineage import FILE of OpenLineage or MLflow.</source>
        <translation>这个模型看到了哪些数据？登记一次运行：tidemark lineage register RUN --model M --input TABLE@SNAPSHOT，或用 tidemark lineage import FILE 导入 OpenLineage 或 MLflow。</translation>
    </message>
    <message>
        <source>Which data was seen is not known</source>
        <translation>看到了哪些数据未知</translation>
    </message>
    <message>
        <source>%1: cannot answer because %2.</source>
        <translation>%1：无法回答，因为 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 offsets of %n partition(s): %2</source>
        <translation>
            <numerusform>%n 个分区的 %1 个偏移量：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 saw these data.</source>
        <translation>%1 看到了这些数据。</translation>
    </message>
    <message>
        <source>Against %1: %2</source>
        <translation>与 %1 对比：%2</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>source snapshots</source>
        <translation>源快照</translation>
    </message>
    <message>
        <source>not exact because</source>
        <translation>不精确的原因</translation>
    </message>
    <message>
        <source>certainly not seen</source>
        <translation>确定未看到</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整性</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>by %1 at %2</source>
        <translation>%1 于 %2</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>哈希</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>%1 is gone</source>
        <translation>%1 已不存在</translation>
    </message>
    <message>
        <source>%1, written %2</source>
        <translation>%1，写于 %2</translation>
    </message>
</context>
<context>
    <name>ReplayWords</name>
    <message>
        <source>Through at %1.</source>
        <translation>%1 完成。</translation>
    </message>
    <message>
        <source>%1 read again, %2 left.</source>
        <translation>已重读 %1，剩余 %2。</translation>
    </message>
    <message>
        <source>From %1 on retention takes records that are not read yet.</source>
        <translation>从 %1 起，保留策略会删除尚未读取的记录。</translation>
    </message>
    <message>
        <source>When it is through cannot be told: %1.</source>
        <translation>何时完成无法判断：%1。</translation>
    </message>
    <message>
        <source>%1: %2 old, %3 before</source>
        <translation>%1：已有 %2，此前 %3</translation>
    </message>
    <message>
        <source>No replay</source>
        <translation>没有重放</translation>
    </message>
    <message>
        <source>No group reads again what it had read, and nobody declared that one will.</source>
        <translation>没有消费者组在重读已读过的记录，也没有人声明将要重读。</translation>
    </message>
    <message>
        <source>, slower than retention</source>
        <translation>，慢于保留期的推进</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s)</source>
        <translation>
            <numerusform>%n 次重放</numerusform>
        </translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>until it is live</source>
        <translation>直到追上实时</translation>
    </message>
    <message>
        <source>a range</source>
        <translation>一个范围</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>declared by</source>
        <translation>声明人</translation>
    </message>
    <message>
        <source>throttle</source>
        <translation>限流</translation>
    </message>
    <message>
        <source>idempotent</source>
        <translation>幂等</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>已声明</translation>
    </message>
    <message>
        <source>By nobody: tidemark replay declare says why and by whom.</source>
        <translation>无人声明：用 tidemark replay declare 写明原因和负责人。</translation>
    </message>
    <message>
        <source>drains, 2 min</source>
        <translation>消退速度，2 分钟</translation>
    </message>
    <message>
        <source>drains, 20 min</source>
        <translation>消退速度，20 分钟</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>live groups</source>
        <translation>实时消费者组</translation>
    </message>
    <message>
        <source>forecasts before</source>
        <translation>以往预测</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s); the band held in %1</source>
        <translation>
            <numerusform>%n 次重放；%1 落在预测区间内</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>n/a</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>已豁免</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>measurement</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>evidence %1</source>
        <translation>依据 %1</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>阈值 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分通过</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>已测量</translation>
    </message>
    <message>
        <source>drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>attested</source>
        <translation>已证明</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>something else makes up for it</source>
        <translation>有其他措施弥补</translation>
    </message>
    <message>
        <source>the risk is accepted</source>
        <translation>已接受该风险</translation>
    </message>
    <message>
        <source>not detected</source>
        <translation>未检测到</translation>
    </message>
    <message>
        <source>system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>raised by %1, the evidence says %2: %3</source>
        <translation>由 %1 提高，依据为 %2：%3</translation>
    </message>
    <message>
        <source>lowered by %1, the evidence says %2: %3</source>
        <translation>由 %1 降低，依据为 %2：%3</translation>
    </message>
    <message>
        <source>Over: the evidence does not say any more what it was given for</source>
        <translation>已结束：依据不再是给予豁免时的内容</translation>
    </message>
    <message>
        <source>Over since %1</source>
        <translation>已于 %1 结束</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>%1; %2: %3; asked for by %4, approved by %5</source>
        <translation>%1；%2：%3；申请人 %4，批准人 %5</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>cause unknown</source>
        <translation>原因未知</translation>
    </message>
    <message>
        <source>%1 %2 → %3 (%4)</source>
        <translation>%1 %2 → %3（%4）</translation>
    </message>
    <message>
        <source>, %1 not known</source>
        <translation>，%1 未知</translation>
    </message>
    <message>
        <source>%1 of %2 minutes on time</source>
        <translation>%2 分钟中 %1 分钟按时</translation>
    </message>
    <message>
        <source>%1 of %2 commits follow on</source>
        <translation>%2 次提交中 %1 次相接</translation>
    </message>
    <message>
        <source>%1 wanted, retention unknown</source>
        <translation>需要 %1，保留策略未知</translation>
    </message>
    <message>
        <source>%1 of %2 can be read again</source>
        <translation>%2 中 %1 可重新读取</translation>
    </message>
    <message>
        <source>%1 wanted, headroom unknown</source>
        <translation>需要 %1，余量未知</translation>
    </message>
    <message>
        <source>%1 of %2 of headroom</source>
        <translation>余量 %2 中的 %1</translation>
    </message>
    <message>
        <source>%1 of headroom or more</source>
        <translation>余量 %1 或更多</translation>
    </message>
    <message>
        <source>%1 seen</source>
        <translation>已见 %1</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未见</translation>
    </message>
    <message>
        <source>when it recovered is unknown</source>
        <translation>恢复时间未知</translation>
    </message>
    <message>
        <source>recovered in %1, %2 too late</source>
        <translation>%1 恢复，超时 %2</translation>
    </message>
    <message>
        <source>recovered in %1</source>
        <translation>%1 恢复</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>覆盖率 %1</translation>
    </message>
    <message>
        <source>%1, %2 old</source>
        <translation>%1，距今 %2</translation>
    </message>
</context>
<context>
    <name>SayWords</name>
    <message>
        <source>What it is of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>SchemasWords</name>
    <message>
        <source>%1 version %2 %3, %4</source>
        <translation>%1 版本 %2 %3，%4</translation>
    </message>
    <message>
        <source>%1: %2 → %3, %4</source>
        <translation>%1：%2 → %3，%4</translation>
    </message>
    <message>
        <source>Records of %1 fail</source>
        <translation>%1 的记录失败</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 没有应答</translation>
    </message>
    <message>
        <source>What it has now is unknown: %1</source>
        <translation>它当前的内容未知：%1</translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <translation>%1 → %2，%3</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>registry</source>
        <translation>Schema Registry</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>its level</source>
        <translation>它的级别</translation>
    </message>
    <message>
        <source>it was</source>
        <translation>此前</translation>
    </message>
    <message>
        <source>its mode</source>
        <translation>它的模式</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>softly</source>
        <translation>软删除</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No schema registry is watched</source>
        <translation>未监视任何 Schema Registry</translation>
    </message>
    <message>
        <source>Whether a schema changed before records failed cannot be told.</source>
        <translation>无法判断记录失败前 Schema 是否变过。</translation>
    </message>
    <message numerus="yes">
        <source>%n subject(s)</source>
        <translation>
            <numerusform>%n 个 subject</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changed since %2</source>
        <translation>自 %2 起 %1 个有变化</translation>
    </message>
    <message>
        <source>none changed since %1</source>
        <translation>自 %1 起没有变化</translation>
    </message>
    <message numerus="yes">
        <source>, %n not checked</source>
        <translation>
            <numerusform>，%n 个未检查</numerusform>
        </translation>
    </message>
    <message>
        <source>Every registry answers.</source>
        <translation>所有 Schema Registry 都有应答。</translation>
    </message>
    <message>
        <source>Last change: %1.</source>
        <translation>最近变化：%1。</translation>
    </message>
    <message>
        <source>%1 has not answered yet: %2</source>
        <translation>%1 尚未应答：%2</translation>
    </message>
    <message>
        <source>The registry has no subject.</source>
        <translation>Schema Registry 中没有 subject。</translation>
    </message>
    <message>
        <source>No schema registry is watched. Name one in the profile:
%1
and start a collector: tidemark collect --profile FILE</source>
        <translation>未监视任何 Schema Registry。请在配置文件中写明一个：
%1
并启动采集器：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>records fail</source>
        <translation>记录失败</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>compatibility</source>
        <translation>兼容性</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>unknown: no topic has its name</source>
        <translation>未知：没有同名主题</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>最近变化</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>%1 is not asked any more</source>
        <translation>%1 已不再查询</translation>
    </message>
</context>
<context>
    <name>ScorecardWords</name>
    <message>
        <source>%1 strong</source>
        <translation>强 %1</translation>
    </message>
    <message>
        <source>%1 to improve</source>
        <translation>待改进 %1</translation>
    </message>
    <message>
        <source>%1 weak</source>
        <translation>弱 %1</translation>
    </message>
    <message>
        <source>%1 waived</source>
        <translation>豁免 %1</translation>
    </message>
    <message>
        <source>%1 not applicable</source>
        <translation>不适用 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s): </source>
        <translation>
            <numerusform>%n 行：</numerusform>
        </translation>
    </message>
    <message>
        <source>counts until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>nothing is rated</source>
        <translation>没有已评分的行</translation>
    </message>
    <message numerus="yes">
        <source>score %1 in %n row(s)</source>
        <translation>
            <numerusform>评分 %1 共 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>No review was frozen before.</source>
        <translation>之前没有冻结的评审。</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>No rating changed; %n thing(s) beneath did.</source>
        <translation>
            <numerusform>评分没有变化，但其下有 %n 项变化。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>No review</source>
        <translation>没有评审</translation>
    </message>
    <message>
        <source>No scorecard</source>
        <translation>没有评分卡</translation>
    </message>
    <message>
        <source>The card has no rows.</source>
        <translation>该卡没有行。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s), 0 evidence: all red until evidenced</source>
        <translation>
            <numerusform>%n 行，0 条依据：有依据之前全部为红</numerusform>
        </translation>
    </message>
    <message>
        <source>tidemark scorecard evidence --take measures what can be measured and stores it.</source>
        <translation>tidemark scorecard evidence --take 测量可测量的内容并保存。</translation>
    </message>
    <message>
        <source>Weakest: %1.</source>
        <translation>最弱：%1。</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>自 %1 起：%2</translation>
    </message>
    <message>
        <source>%1, frozen as %2 at %3</source>
        <translation>%1，于 %3 冻结为 %2</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>said</source>
        <translation>人为评定</translation>
    </message>
    <message>
        <source>waiver</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>to raise it</source>
        <translation>如何提高</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>none counts: it is unknown</source>
        <translation>没有有效依据：未知</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已证明</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>measured by</source>
        <translation>测量方式</translation>
    </message>
    <message>
        <source>1 looks like</source>
        <translation>1 分的样子</translation>
    </message>
    <message>
        <source>5 looks like</source>
        <translation>5 分的样子</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>Slides</name>
    <message>
        <source>n/a</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>raised by %1</source>
        <translation>由 %1 提高</translation>
    </message>
    <message>
        <source>lowered by %1</source>
        <translation>由 %1 降低</translation>
    </message>
    <message>
        <source>No row is weak.</source>
        <translation>没有弱的行。</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>CHANGED SINCE %1</source>
        <translation>自 %1 以来的变化</translation>
    </message>
    <message>
        <source>CHANGED</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>WEAKEST</source>
        <translation>最弱</translation>
    </message>
    <message>
        <source>LARGEST RISKS</source>
        <translation>最大的风险</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Why, in a line</source>
        <translation>原因（一行）</translation>
    </message>
    <message>
        <source>WHAT IS SHOWN, THE WORST FIRST</source>
        <translation>已证明的内容（最差在前）</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 项</translation>
    </message>
    <message>
        <source>EVIDENCE</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>None that counts: what is not shown is unknown, never a pass.</source>
        <translation>没有有效依据：未证明的即为未知，绝不算通过。</translation>
    </message>
    <message>
        <source>EVIDENCE (%1)</source>
        <translation>依据（%1）</translation>
    </message>
    <message>
        <source>outcome %1</source>
        <translation>结果 %1</translation>
    </message>
    <message>
        <source>tested %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>负责人 %1</translation>
    </message>
    <message>
        <source>owner unknown</source>
        <translation>负责人未知</translation>
    </message>
    <message>
        <source>SAID BY A PERSON</source>
        <translation>人为评定</translation>
    </message>
    <message>
        <source>WAIVER</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>BECAUSE</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>TO RAISE IT</source>
        <translation>如何提高</translation>
    </message>
    <message>
        <source>THRESHOLD</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>1 LOOKS LIKE</source>
        <translation>1 分的样子</translation>
    </message>
    <message>
        <source>5 LOOKS LIKE</source>
        <translation>5 分的样子</translation>
    </message>
    <message>
        <source>several owners</source>
        <translation>多个负责人</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>行动项</translation>
    </message>
    <message>
        <source>Nothing would raise a score.</source>
        <translation>没有可以提高评分的事项。</translation>
    </message>
    <message>
        <source>What would raise the scores, the weakest rows first</source>
        <translation>可以提高评分的事项（最弱的行在前）</translation>
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
        <translation>负责人</translation>
    </message>
    <message>
        <source>Evidence ends</source>
        <translation>依据到期</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1: evidence</source>
        <translation>%1：依据</translation>
    </message>
    <message>
        <source>says</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>counts until %1 · hash %2</source>
        <translation>有效至 %1 · 哈希 %2</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <translation>自 %1 以来的变化</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>frozen at %1</source>
        <translation>冻结于 %1</translation>
    </message>
    <message>
        <source>No review was frozen before.</source>
        <translation>之前没有冻结的评审。</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Up and down choose, Enter opens</source>
        <translation>上下选择，Enter 打开</translation>
    </message>
    <message>
        <source>evidence frozen %1 UTC</source>
        <translation>依据冻结于 %1 UTC</translation>
    </message>
    <message>
        <source>not a milestone</source>
        <translation>非里程碑</translation>
    </message>
    <message>
        <source>Tidemark · %1 · rules %2 · %3 %4</source>
        <translation>Tidemark · %1 · 规则 %2 · %3 %4</translation>
    </message>
    <message>
        <source>card</source>
        <translation>评分卡</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>哈希</translation>
    </message>
</context>
<context>
    <name>TableFilesWords</name>
    <message>
        <source>never: %1</source>
        <translation>从未：%1</translation>
    </message>
    <message>
        <source>never: the first version is there</source>
        <translation>从未：第一个版本仍在</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1 之前</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 与 %2 之间</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>不晚于 %1</translation>
    </message>
    <message>
        <source>, of %1</source>
        <translation>，来自 %1</translation>
    </message>
    <message>
        <source>, reads %1</source>
        <translation>，按 %1 读取</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n 张表</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tell(s) their files</source>
        <translation>
            <numerusform>%n 张给出文件信息</numerusform>
        </translation>
    </message>
    <message>
        <source>Smallest files: %1, %2 on average in %3 files.</source>
        <translation>最小的文件：%1，平均 %2，共 %3 个文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) with delete files, which every reader has to read.</source>
        <translation>
            <numerusform>%n 张表有删除文件，每个读取方都须读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>No table tells its files; the facts of each say why.</source>
        <translation>没有表给出文件信息；原因见各表详情。</translation>
    </message>
    <message>
        <source>No table is watched. Name its catalog in a profile:
%1
and watch with it:
tidemark collect --profile FILE</source>
        <translation>未监视任何表。请在配置文件中写明它的 Catalog：
%1
然后用它监视：
tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>data files</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>mean file size</source>
        <translation>平均文件大小</translation>
    </message>
    <message>
        <source>delete files</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>deletion vectors</source>
        <translation>删除向量</translation>
    </message>
    <message>
        <source>position deletes</source>
        <translation>位置删除</translation>
    </message>
    <message>
        <source>equality deletes</source>
        <translation>等值删除</translation>
    </message>
    <message>
        <source>versions kept</source>
        <translation>保留的版本</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>compacted</source>
        <translation>合并小文件</translation>
    </message>
    <message>
        <source>cleaned up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>writer</source>
        <translation>写入端</translation>
    </message>
    <message>
        <source>newest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>查看时间</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>快照过期</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>no change is known</source>
        <translation>没有已知变化</translation>
    </message>
    <message>
        <source>carries</source>
        <translation>携带</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nothing in this window</source>
        <translation>此时间窗口内没有数据</translation>
    </message>
    <message>
        <source>schema, by then</source>
        <translation>Schema，至此已变更</translation>
    </message>
</context>
<context>
    <name>Tide</name>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>起始位</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>group</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>LSO</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高水位</translation>
    </message>
    <message>
        <source>not landed %1</source>
        <translation>未落表 %1</translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation>未读 %1</translation>
    </message>
    <message>
        <source>rebuilt, not collected, until %1</source>
        <translation>%1 之前为重建，非采集</translation>
    </message>
</context>
<context>
    <name>TopicsWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is enough, %2 required</source>
        <translation>%1 已够，要求 %2</translation>
    </message>
    <message>
        <source>%1 is not enough, %2 required</source>
        <translation>%1 不够，要求 %2</translation>
    </message>
    <message>
        <source>cannot be told: configured is %1, required %2</source>
        <translation>无法判断：配置为 %1，要求 %2</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>未知（%1）</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>用于 %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>nothing: no path runs over it</source>
        <translation>无：没有链路经过它</translation>
    </message>
    <message>
        <source>%1 of %2 settings are not met</source>
        <translation>%2 项设置中 %1 项不满足</translation>
    </message>
    <message>
        <source>%1 of %2 settings are unknown</source>
        <translation>%2 项设置中 %1 项未知</translation>
    </message>
    <message numerus="yes">
        <source>all %n setting(s) are met</source>
        <translation>
            <numerusform>全部 %n 项设置均满足</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>As many rows as the log has records.</source>
        <translation>行数与日志中的记录数相同。</translation>
    </message>
    <message>
        <source>Fewer rows than records: the rest is filtered, in another table, or lost.</source>
        <translation>行数少于记录数：其余被过滤、在另一张表中或已丢失。</translation>
    </message>
    <message>
        <source>More rows than records: duplicates, or several rows of one record.</source>
        <translation>行数多于记录数：有重复，或一条记录产生多行。</translation>
    </message>
    <message>
        <source>More rows than the log has offsets there: duplicates, or several rows of one record.</source>
        <translation>行数多于日志在该处的偏移量数：有重复，或一条记录产生多行。</translation>
    </message>
    <message>
        <source>Cannot tell: nobody says which offsets the snapshot covers.</source>
        <translation>无法判断：没有信息说明快照覆盖哪些偏移量。</translation>
    </message>
    <message>
        <source>Cannot tell: the snapshot does not say how many rows it added.</source>
        <translation>无法判断：快照没有写明新增了多少行。</translation>
    </message>
    <message>
        <source>Cannot tell: offsets bound the records from above only, because markers, holes and aborted records take offsets too.</source>
        <translation>无法判断：偏移量只给出记录数的上限，因为标记、空洞和已中止的记录也占用偏移量。</translation>
    </message>
    <message>
        <source>at most %1, not counted</source>
        <translation>最多 %1，未计数</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>核对一次提交</translation>
    </message>
    <message>
        <source>Verify the commit of %1</source>
        <translation>核对 %1 的提交</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>rows added</source>
        <translation>新增行数</translation>
    </message>
    <message>
        <source>records in the log</source>
        <translation>日志中的记录</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>to count them</source>
        <translation>要计数</translation>
    </message>
    <message>
        <source>%1
with a profile whose cluster says that its records may be counted</source>
        <translation>%1
所用配置文件须写明该集群的记录可以计数</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>到 %1 为止</translation>
    </message>
    <message>
        <source> by %1</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>speaks for it</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>would settle it</source>
        <translation>可以澄清</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>已暂缓</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 个未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fine</source>
        <translation>
            <numerusform>%n 条正常</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 unread, the oldest %3 old</source>
        <translation>%1：%2 未读，最旧的已有 %3</translation>
    </message>
    <message>
        <source>%1: %2 unread, their age is unknown (%3)</source>
        <translation>%1：%2 未读，年龄未知（%3）</translation>
    </message>
    <message>
        <source>No consumer groups</source>
        <translation>没有消费者组</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group.</source>
        <translation>尚未记录任何消费者组的信息。</translation>
    </message>
    <message>
        <source>%1 of %2 groups behind</source>
        <translation>%2 个消费者组中 %1 个落后</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) keep up</source>
        <translation>
            <numerusform>%n 个消费者组跟得上</numerusform>
        </translation>
    </message>
    <message>
        <source>Furthest behind: %1</source>
        <translation>落后最多：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), state unknown</source>
        <translation>
            <numerusform>%n 个消费者组，状态未知</numerusform>
        </translation>
    </message>
    <message>
        <source>No topics</source>
        <translation>没有主题</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any topic.</source>
        <translation>尚未记录任何主题的信息。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) behind</source>
        <translation>
            <numerusform>%n 个消费方落后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a partition without leader</source>
        <translation>
            <numerusform>%n 个有无 Leader 的分区</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a reader</source>
        <translation>
            <numerusform>%n 个没有消费方</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s) unknown</source>
        <translation>
            <numerusform>%n 个消费方未知</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is read by %2 with %3 unread, the oldest %4 old.</source>
        <translation>%2 正在读取 %1，未读 %3，最旧的已有 %4。</translation>
    </message>
    <message>
        <source>Every reader that is known keeps up.</source>
        <translation>已知的消费方都跟得上。</translation>
    </message>
    <message>
        <source>No reader is known yet.</source>
        <translation>尚不知道有任何消费方。</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>没有采集源</translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.</source>
        <translation>此文件尚未采集任何数据。</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>%2 个采集源中 %1 个健康</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 last answered everything at %2.</source>
        <translation>%1 最近一次完整应答于 %2。</translation>
    </message>
    <message>
        <source>Every poll that was due is here or accounted for.</source>
        <translation>到期的轮询均已完成或有说明。</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>sum over %1 of %2 partitions: those the group has an offset in</source>
        <translation>%2 个分区中 %1 个的合计：消费者组有偏移量的分区</translation>
    </message>
    <message numerus="yes">
        <source>sum over %n partition(s)</source>
        <translation>
            <numerusform>%n 个分区合计</numerusform>
        </translation>
    </message>
    <message>
        <source>No sample in this window. F shows everything there is.</source>
        <translation>此时间窗口内没有样本。按 F 显示全部。</translation>
    </message>
    <message>
        <source>No group reads it. High mark %1.</source>
        <translation>没有消费者组读取它。高水位 %1。</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>未知（%1）</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>%1, the oldest %2 old</source>
        <translation>%1，最旧的已有 %2</translation>
    </message>
    <message>
        <source>At %1: unread by %2: %3.</source>
        <translation>在 %1：%2 未读：%3。</translation>
    </message>
    <message>
        <source>Not landed: %1.</source>
        <translation>未落表：%1。</translation>
    </message>
    <message>
        <source>Open transaction: %1.</source>
        <translation>未结束的事务：%1。</translation>
    </message>
    <message>
        <source>a vertical distance is records, a horizontal one is time</source>
        <translation>纵向距离为记录数，横向距离为时间</translation>
    </message>
    <message>
        <source>No connectors</source>
        <translation>没有连接器</translation>
    </message>
    <message>
        <source>Nothing has been recorded about Kafka Connect.</source>
        <translation>尚未记录 Kafka Connect 的任何信息。</translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n 个已暂停</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s)</source>
        <translation>
            <numerusform>%n 个连接器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connector(s) fine</source>
        <translation>
            <numerusform>%n 个连接器正常</numerusform>
        </translation>
    </message>
    <message>
        <source>Of some of them nothing certain is known.</source>
        <translation>其中一些没有确切信息。</translation>
    </message>
    <message>
        <source>Every task that should run runs and reads.</source>
        <translation>应运行的任务都在运行并读取。</translation>
    </message>
    <message>
        <source>%1 of %2 connectors in trouble</source>
        <translation>%2 个连接器中 %1 个异常</translation>
    </message>
    <message>
        <source>, since %1</source>
        <translation>，自 %1 起</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>; %1</source>
        <translation>；%1</translation>
    </message>
</context>
<context>
    <name>tidemark::AlignModel</name>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 个分区中 %1 个；其余未知</translation>
    </message>
    <message>
        <source>re-reads %1</source>
        <translation>重读 %1</translation>
    </message>
    <message>
        <source>re-reads nothing</source>
        <translation>不会重读</translation>
    </message>
    <message>
        <source>%1 in no snapshot</source>
        <translation>%1 不在任何快照中</translation>
    </message>
    <message>
        <source>up to %1 twice unless idempotent</source>
        <translation>若不幂等，最多 %1 会重复</translation>
    </message>
    <message>
        <source>Table, partition</source>
        <translation>表、分区</translation>
    </message>
    <message>
        <source>Tables, and the partitions that feed them</source>
        <translation>表，以及向其供数的分区</translation>
    </message>
    <message>
        <source>floor | table | group | high</source>
        <translation>起始位 | 表 | 消费者组 | 高水位</translation>
    </message>
    <message>
        <source>What is landed, not landed and unread of what the log holds</source>
        <translation>日志所含数据中已落表、未落表和未读的部分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What two pairs of samples prove of table and group</source>
        <translation>两对样本对表和消费者组能证明的结论</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>未落表</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>消费者组已越过而表尚未包含的偏移量</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>可读取但尚未读取的记录</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Since when the group is ahead of the table, UTC</source>
        <translation>消费者组从何时起超前于表，UTC</translation>
    </message>
    <message>
        <source>Table (next)</source>
        <translation>表（下一个）</translation>
    </message>
    <message>
        <source>The next offset that is not in the table</source>
        <translation>表中尚未包含的下一个偏移量</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>The group&apos;s offset: the next one that it reads</source>
        <translation>消费者组的偏移量：它将读取的下一个</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高水位</translation>
    </message>
    <message>
        <source>The end of the log</source>
        <translation>日志末尾</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>How the table&apos;s offset is known</source>
        <translation>表的偏移量是如何得知的</translation>
    </message>
    <message>
        <source>If the sink restarts now</source>
        <translation>如果 Sink 现在重启</translation>
    </message>
    <message>
        <source>What is read again, what nobody reads again, what may come twice</source>
        <translation>哪些会重读，哪些不再有人读，哪些可能重复</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n 个分区</numerusform>
        </translation>
    </message>
    <message>
        <source>floor %1, table %2, group %3, stable %4, high %5</source>
        <translation>起始位 %1，表 %2，消费者组 %3，LSO %4，高水位 %5</translation>
    </message>
    <message>
        <source>the table is ahead of the group by %1</source>
        <translation>表比消费者组超前 %1</translation>
    </message>
    <message>
        <source>late after %1 (assumed)</source>
        <translation>超过 %1 算超时（假定值）</translation>
    </message>
    <message>
        <source>late after %1</source>
        <translation>超过 %1 算超时</translation>
    </message>
    <message>
        <source>it reads on from %1</source>
        <translation>它从 %1 继续读取</translation>
    </message>
</context>
<context>
    <name>tidemark::ComparedModel</name>
    <message>
        <source>Where the gap grew</source>
        <translation>差距增长之处</translation>
    </message>
    <message>
        <source>The parts in which it grew most beyond their share of the partitions come first</source>
        <translation>增长超出其分区占比最多的部分排在最前</translation>
    </message>
    <message>
        <source>Of growth</source>
        <translation>占增长</translation>
    </message>
    <message>
        <source>Share of the records by which all gaps grew</source>
        <translation>在所有差距新增记录中的占比</translation>
    </message>
    <message>
        <source>If alike</source>
        <translation>若均匀</translation>
    </message>
    <message>
        <source>What its share of the growth would be if all partitions were alike</source>
        <translation>若所有分区表现相同，它应占的增长份额</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Records that waited as a rule in the baseline: the median of its polls</source>
        <translation>基线内通常等待的记录数：各次轮询的中位数</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Records that waited as a rule in the window: the median of its polls</source>
        <translation>窗口内通常等待的记录数：各次轮询的中位数</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>How many were compared</source>
        <translation>对比了多少个</translation>
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
        <translation>失败</translation>
    </message>
    <message>
        <source>partly failed</source>
        <translation>部分失败</translation>
    </message>
    <message>
        <source>not consuming</source>
        <translation>未在消费</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>僵死</translation>
    </message>
    <message>
        <source>rebalancing</source>
        <translation>重平衡中</translation>
    </message>
    <message>
        <source>commits no offset</source>
        <translation>不提交偏移量</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Connector, task</source>
        <translation>连接器、任务</translation>
    </message>
    <message>
        <source>Connectors of every Connect cluster, and their tasks</source>
        <translation>所有 Connect 集群的连接器及其任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Judged from what Connect says and what the consumer group shows</source>
        <translation>根据 Connect 所报和消费者组表现判断</translation>
    </message>
    <message>
        <source>Connect says</source>
        <translation>Connect 所报</translation>
    </message>
    <message>
        <source>The state that Connect reports</source>
        <translation>Connect 报告的状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Since when it is judged so, UTC</source>
        <translation>从何时起如此判断，UTC</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Host and port of the worker that runs it</source>
        <translation>运行它的 Worker 的主机和端口</translation>
    </message>
    <message>
        <source>Group, member</source>
        <translation>消费者组、成员</translation>
    </message>
    <message>
        <source>The sink&apos;s consumer group, and each task&apos;s member in it</source>
        <translation>Sink 的消费者组，以及各任务在其中的成员</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>The connector&apos;s topics, the task&apos;s partitions</source>
        <translation>连接器的主题、任务的分区</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>The tables that it writes</source>
        <translation>它写入的表</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The first line of the trace; Enter shows all of it</source>
        <translation>堆栈跟踪的第一行；按 Enter 显示全部</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>任务 %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>位于 %1</translation>
    </message>
</context>
<context>
    <name>tidemark::DeadLetterModel</name>
    <message>
        <source>by its name</source>
        <translation>按名称推测</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1？</translation>
    </message>
    <message>
        <source>Only its name suggests it.</source>
        <translation>仅凭名称推测。</translation>
    </message>
    <message>
        <source>At most: its offsets count what is no record, too.</source>
        <translation>上限：其偏移量也计入不是记录的部分。</translation>
    </message>
    <message>
        <source>From the first offset to the last.</source>
        <translation>从第一个到最后一个偏移量。</translation>
    </message>
    <message>
        <source>The profile does not allow to read dead letters.</source>
        <translation>配置文件不允许读取死信。</translation>
    </message>
    <message>
        <source>No header says it.</source>
        <translation>没有消息头说明。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>filling</source>
        <translation>增加中</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>静止</translation>
    </message>
    <message>
        <source>no cause in the headers</source>
        <translation>消息头中没有原因</translation>
    </message>
    <message>
        <source>The profile names it.</source>
        <translation>配置文件中写明了它。</translation>
    </message>
    <message>
        <source>The configuration of a connector names it.</source>
        <translation>某个连接器的配置写明了它。</translation>
    </message>
    <message>
        <source>Its own configuration says so.</source>
        <translation>它自身的配置如此说明。</translation>
    </message>
    <message>
        <source>The headers of its records say so.</source>
        <translation>其记录的消息头如此说明。</translation>
    </message>
    <message>
        <source>Topic, cause</source>
        <translation>主题、原因</translation>
    </message>
    <message>
        <source>Topics that take what could not be processed, and why it could not</source>
        <translation>接收无法处理的记录的主题，以及无法处理的原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Whether more came in the last two minutes</source>
        <translation>最近两分钟是否有新增</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>The topic that the records came from</source>
        <translation>记录原来所在的主题</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>写入者</translation>
    </message>
    <message>
        <source>The connector or the group that sets them aside</source>
        <translation>将其搁置的连接器或消费者组</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>At most, in the topic; of a cause, those that were read</source>
        <translation>主题为上限；原因为已读取的条数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Records that come per second</source>
        <translation>每秒到达的记录数</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最旧</translation>
    </message>
    <message>
        <source>How long the oldest one waits</source>
        <translation>最旧的一条等待了多久</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>How long ago the newest one came</source>
        <translation>最新的一条多久前到达</translation>
    </message>
    <message>
        <source>Why, stage</source>
        <translation>原因、阶段</translation>
    </message>
    <message>
        <source>The exception that most have; of a cause, the stage it came from</source>
        <translation>多数记录的异常；对原因而言是它出自的阶段</translation>
    </message>
    <message>
        <source>By the time that the record carries, which may be that of the one that failed.</source>
        <translation>按记录自带的时间，可能是失败那条的时间。</translation>
    </message>
    <message>
        <source>Of %1 that were read</source>
        <translation>基于已读取的 %1 条</translation>
    </message>
</context>
<context>
    <name>tidemark::DemandModel</name>
    <message>
        <source>Group</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>That reads</source>
        <translation>读取方</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Members that own no partition</source>
        <translation>没有分区的成员</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>For what is produced; known only while the group catches up</source>
        <translation>针对生产量；只有在消费者组追赶时才知道</translation>
    </message>
    <message>
        <source>In a burst</source>
        <translation>突发时</translation>
    </message>
    <message>
        <source>For what is produced in the highest bucket</source>
        <translation>针对最高区间的生产量</translation>
    </message>
    <message>
        <source>Produced</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Of all topics that it reads</source>
        <translation>它读取的所有主题</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>By the group</source>
        <translation>由该消费者组</translation>
    </message>
    <message>
        <source>Each can</source>
        <translation>每个可读</translation>
    </message>
    <message>
        <source>What a member reads while the group catches up</source>
        <translation>消费者组追赶时一个成员的读取量</translation>
    </message>
</context>
<context>
    <name>tidemark::DrillModel</name>
    <message>
        <source>%1 said so at %2</source>
        <translation>%1 于 %2 表示</translation>
    </message>
    <message>
        <source>never rehearsed</source>
        <translation>从未演练</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>A template; beneath it the drills on record, by whose streams they were of</source>
        <translation>模板；其下是已记录的演练，按所属数据流</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What a person said; of a drill that runs its state</source>
        <translation>人给出的结论；进行中的演练为其状态</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When that was said, or the drill began, UTC</source>
        <translation>给出结论或开始演练的时间（UTC）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Running, completed, aborted or interrupted</source>
        <translation>进行中、已完成、已中止或已中断</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who runs it</source>
        <translation>由谁执行</translation>
    </message>
    <message>
        <source>proposed: %1</source>
        <translation>建议：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::DriverModel</name>
    <message>
        <source>Driver</source>
        <translation>成本因素</translation>
    </message>
    <message>
        <source>What a bill follows from; there are no prices in here</source>
        <translation>账单的来源；此处不含价格</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>In its unit</source>
        <translation>按其单位</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Measured, modelled, typed in or unknown</source>
        <translation>测量、模型、输入或未知</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What the number is, or why there is none</source>
        <translation>数字的含义，或为何没有</translation>
    </message>
</context>
<context>
    <name>tidemark::EventModel</name>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 与 %2 之间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Detected, or told from outside</source>
        <translation>检测到的，或由外部告知的</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it was seen at the latest, UTC</source>
        <translation>最迟于何时看到，UTC</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>属于哪个对象</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>位于数据链路的何处</translation>
    </message>
</context>
<context>
    <name>tidemark::FindingModel</name>
    <message>
        <source>until %1: %2</source>
        <translation>到 %1：%2</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>暂缓至 %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>操作者 %1</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主导</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>It explains what else is found on this path.</source>
        <translation>它解释了此链路上的其他诊断结果。</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>note</source>
        <translation>提示</translation>
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
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>What is wrong, what explains the rest first</source>
        <translation>有何问题；能解释其余的排在最前</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Error, warning or note</source>
        <translation>错误、警告或提示</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The rule that fired; of each path one leads</source>
        <translation>触发的规则；每条链路有一条主导</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The path or table that it concerns</source>
        <translation>涉及的链路或表</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>UTC; where it is unknown, for longer than is remembered</source>
        <translation>UTC；若未知，则早于保留的历史</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>How sure the rule is of it</source>
        <translation>规则有多大把握</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Who has to act, by the profile</source>
        <translation>按配置文件应由谁处理</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>首先该做什么</translation>
    </message>
</context>
<context>
    <name>tidemark::GrowthModel</name>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The largest first</source>
        <translation>从大到小</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>现有量</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>所有副本</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>What it grows by, from what was produced</source>
        <translation>根据生产量得出的增量</translation>
    </message>
    <message>
        <source>Will hold</source>
        <translation>将达到</translation>
    </message>
    <message>
        <source>On brokers&apos; disks when retention takes as much as comes: modelled</source>
        <translation>保留策略的删除量等于流入量时 Broker 磁盘上的量：模型</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>30 天后</translation>
    </message>
    <message>
        <source>As it is now, in 30 days: modelled</source>
        <translation>维持现状，30 天后：模型</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>In 30 days under what is asked above: modelled</source>
        <translation>在上方假设下，30 天后：模型</translation>
    </message>
    <message>
        <source>Bytes are</source>
        <translation>字节来源</translation>
    </message>
    <message>
        <source>Measured, modelled from records, or unknown</source>
        <translation>测量、由记录推算或未知</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Whose pipeline reads it</source>
        <translation>读取它的流水线属于谁</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>已测量</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>typed in</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>compute headroom</source>
        <translation>计算余量</translation>
    </message>
    <message>
        <source>broker disk</source>
        <translation>Broker 磁盘</translation>
    </message>
    <message>
        <source>write amplification</source>
        <translation>写放大</translation>
    </message>
    <message>
        <source>object requests</source>
        <translation>对象请求</translation>
    </message>
    <message>
        <source>catalog calls</source>
        <translation>Catalog 调用</translation>
    </message>
    <message>
        <source>worker hours</source>
        <translation>Worker 小时</translation>
    </message>
    <message>
        <source>replication</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>zone traffic</source>
        <translation>可用区流量</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>observability</source>
        <translation>可观测性</translation>
    </message>
</context>
<context>
    <name>tidemark::HomeModel</name>
    <message>
        <source>Path</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>From a topic to the group or table where it ends, by class</source>
        <translation>从主题到其终点的消费者组或表，按类别</translation>
    </message>
    <message>
        <source>Age against budget</source>
        <translation>年龄与预算</translation>
    </message>
    <message>
        <source>Of the oldest record that has not arrived at the end; the tick is the target</source>
        <translation>尚未到达末端的最旧记录的年龄；刻度为目标</translation>
    </message>
    <message>
        <source>Late since</source>
        <translation>超时起始</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Of what waits</source>
        <translation>等待中的数据的趋势</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Produced, readable, group, table, queryable: the first stage that waits</source>
        <translation>已生产、可读取、消费者组、表、可查询：第一个有等待的阶段</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>可读取但尚未读取的记录</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>未落表</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>消费者组已越过而表尚未包含的偏移量</translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>安全至</translation>
    </message>
    <message>
        <source>When the log&apos;s retention reaches what waits, UTC</source>
        <translation>日志保留期何时触及等待中的数据，UTC</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>它有什么问题</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>归谁负责</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n 条超时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 个未知</numerusform>
        </translation>
    </message>
    <message>
        <source>read by %1</source>
        <translation>由 %1 读取</translation>
    </message>
    <message>
        <source>pipeline %1</source>
        <translation>流水线 %1</translation>
    </message>
    <message>
        <source>waits for: %1</source>
        <translation>等待：%1</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有等待</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 个分区中 %1 个；其余未知</translation>
    </message>
</context>
<context>
    <name>tidemark::LagMapModel</name>
    <message>
        <source>Group, topic</source>
        <translation>消费者组、主题</translation>
    </message>
    <message>
        <source>Consumer groups and the topics they read, with their partitions</source>
        <translation>消费者组及其读取的主题和分区</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>The highest lag in the window; of several partitions their sum at its highest</source>
        <translation>窗口内的最高积压；多个分区时为合计的最高值</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it was highest, UTC</source>
        <translation>何时最高，UTC</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>At the end of the window</source>
        <translation>在窗口末尾</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Of the columns of the map; of several partitions, where all of them are known</source>
        <translation>图中各列的占比；多个分区时指全部已知的列</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>随时间变化</translation>
    </message>
    <message>
        <source>Fainter to stronger is less to more; hatched is unknown</source>
        <translation>由浅到深表示由少到多；斜线为未知</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>%1 reads %2 of %3</source>
        <translation>%1 读取 %3 中的 %2</translation>
    </message>
</context>
<context>
    <name>tidemark::LagModel</name>
    <message>
        <source>Group, partition</source>
        <translation>消费者组、分区</translation>
    </message>
    <message>
        <source>Consumer groups, and the partitions they have an offset in or are assigned</source>
        <translation>消费者组，以及它们有偏移量或被分配的分区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From the last ten polls: does the offset move, and does somebody own the partition</source>
        <translation>依据最近十次轮询：偏移量是否移动，分区是否有人持有</translation>
    </message>
    <message>
        <source>floor | group | high</source>
        <translation>起始位 | 消费者组 | 高水位</translation>
    </message>
    <message>
        <source>Where the group stands between the first and the last record</source>
        <translation>消费者组在首尾记录之间的位置</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation>最旧未读记录的年龄</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>可读取但尚未读取的记录</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>High mark less the group&apos;s offset, as Kafka&apos;s own tool prints it</source>
        <translation>高水位减去消费者组偏移量，与 Kafka 自带工具的输出一致</translation>
    </message>
    <message>
        <source>In</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>每秒生产的记录数，按两分钟计</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation>消费者组偏移量每秒前移的记录数，按两分钟计</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Time until retention deletes unread records</source>
        <translation>距保留策略删除未读记录的时间</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation>持有该分区的成员及其运行位置</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n 个分区</numerusform>
        </translation>
    </message>
    <message>
        <source>worst: %1/%2</source>
        <translation>最差：%1/%2</translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 个分区中 %1 个；其余未知</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message>
        <source>floor %1, group %2, high %3</source>
        <translation>起始位 %1，消费者组 %2，高水位 %3</translation>
    </message>
    <message>
        <source>up to the high mark: %1</source>
        <translation>到高水位：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::LedgerModel</name>
    <message>
        <source>rolled back</source>
        <translation>已回滚</translation>
    </message>
    <message>
        <source>The branch has left this commit: what it holds is not in the table.</source>
        <translation>分支已离开此提交：其内容不在表中。</translation>
    </message>
    <message>
        <source>hole of %1</source>
        <translation>缺口 %1</translation>
    </message>
    <message>
        <source>It leaves out %1 offsets that no commit before it has.</source>
        <translation>它漏掉了 %1 个此前提交也没有的偏移量。</translation>
    </message>
    <message>
        <source>overlap of %1</source>
        <translation>重叠 %1</translation>
    </message>
    <message>
        <source>It holds %1 offsets that a commit before it has too: duplicates unless the writer is idempotent.</source>
        <translation>它含有 %1 个此前提交已有的偏移量：除非写入端幂等，否则会重复。</translation>
    </message>
    <message>
        <source>The offsets of this commit, or of the one before it, are not known.</source>
        <translation>此提交或前一次提交的偏移量未知。</translation>
    </message>
    <message>
        <source>moves no offsets</source>
        <translation>偏移量不变</translation>
    </message>
    <message>
        <source>partial, %1</source>
        <translation>不完整，%1</translation>
    </message>
    <message>
        <source>Committed on a time-out, without the answers of all tasks.</source>
        <translation>因超时提交，未等到所有任务应答。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>This commit brings no new records.</source>
        <translation>此提交没有带来新记录。</translation>
    </message>
    <message>
        <source>Nothing says which offsets this commit holds.</source>
        <translation>没有信息说明此提交包含哪些偏移量。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>Committed, snapshot</source>
        <translation>提交时间、快照</translation>
    </message>
    <message>
        <source>When it was committed, by the lake&apos;s clock; the id of the snapshot</source>
        <translation>按数据湖时钟的提交时间；快照 ID</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>衔接</translation>
    </message>
    <message>
        <source>How its offsets follow on those of the commit before it</source>
        <translation>其偏移量与前一次提交如何衔接</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>The writer&apos;s word</source>
        <translation>写入端自己的说法</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Added by this commit</source>
        <translation>此提交新增</translation>
    </message>
    <message>
        <source>Source offsets</source>
        <translation>源偏移量</translation>
    </message>
    <message>
        <source>What it made durable, from the first to before the last</source>
        <translation>它持久化的范围：含第一个，不含最后一个</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>The writer&apos;s own id of the cycle</source>
        <translation>写入端自己的周期 ID</translation>
    </message>
    <message>
        <source>Valid through</source>
        <translation>完整至</translation>
    </message>
    <message>
        <source>The writer&apos;s claim of completeness, UTC</source>
        <translation>写入端声称的完整时间，UTC</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>How its offsets are known</source>
        <translation>其偏移量是如何得知的</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>查看于 %1</translation>
    </message>
    <message>
        <source>snapshot %1</source>
        <translation>快照 %1</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1 之后</translation>
    </message>
    <message>
        <source>first seen %1</source>
        <translation>首次查看于 %1</translation>
    </message>
    <message>
        <source>offsets</source>
        <translation>偏移量</translation>
    </message>
</context>
<context>
    <name>tidemark::MatrixModel</name>
    <message>
        <source>Incident</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>What may happen</source>
        <translation>可能发生的事</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Templates that rehearse it</source>
        <translation>演练它的模板</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>tidemark::MetricModel</name>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>%n 个信号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not matched</source>
        <translation>
            <numerusform>%n 个未匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>It exposes no metric that is known for these signals.</source>
        <translation>它没有暴露这些信号的已知指标。</translation>
    </message>
    <message>
        <source>not matched</source>
        <translation>未匹配</translation>
    </message>
    <message>
        <source>nothing matched</source>
        <translation>没有任何匹配</translation>
    </message>
    <message>
        <source>None of what it exposes is a signal that is known.</source>
        <translation>它暴露的内容中没有已知信号。</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>It exposes no metric that is known for this signal.</source>
        <translation>它没有暴露此信号的已知指标。</translation>
    </message>
    <message>
        <source>Source, signal</source>
        <translation>采集源、信号</translation>
    </message>
    <message>
        <source>Endpoints and the signals that were found there</source>
        <translation>端点以及在其中找到的信号</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>属于哪个对象</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>位于数据链路的何处</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Whether the source answers, whether anything was matched</source>
        <translation>采集源是否应答，是否有匹配</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Of the newest scrape</source>
        <translation>最近一次抓取的值</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When it was scraped, UTC</source>
        <translation>抓取时间，UTC</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>How many series of the source were taken for the signal</source>
        <translation>此信号用了采集源的多少个序列</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Which metric of the exporter was taken</source>
        <translation>用了导出器的哪个指标</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>The exporter that it was known by</source>
        <translation>据以识别它的导出器</translation>
    </message>
</context>
<context>
    <name>tidemark::OnsetModel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1 与 %2 之间</translation>
    </message>
    <message>
        <source>Samples are missing there.</source>
        <translation>那里缺少样本。</translation>
    </message>
    <message>
        <source>topology</source>
        <translation>拓扑</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>It overlaps in time with others of its rank: their order is not known. They stand as the data flow.</source>
        <translation>它在时间上与同名次的其他项重叠：先后未知，按数据流向排列。</translation>
    </message>
    <message>
        <source>Proven: its whole interval lies apart from those of other ranks.</source>
        <translation>已证明：其整个区间与其他名次分开。</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>什么变了</translation>
    </message>
    <message>
        <source>In the order in which it began, as far as that is known</source>
        <translation>按开始的先后，以已知为限</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>A smaller rank began earlier; an equal one says nothing of time</source>
        <translation>名次小的开始更早；名次相同则不说明先后</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The middle of the interval in which it began, UTC</source>
        <translation>其开始区间的中点，UTC</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>As a rule, in the baseline</source>
        <translation>基线内的通常值</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Since it moved</source>
        <translation>变化之后</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Where along the path of the data</source>
        <translation>位于数据链路的何处</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Whether time proves its place</source>
        <translation>时间能否证明它的位置</translation>
    </message>
</context>
<context>
    <name>tidemark::PathModel</name>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Partitions of the topic that the group reads</source>
        <translation>消费者组读取的主题分区</translation>
    </message>
    <message>
        <source>floor | table | group | high</source>
        <translation>起始位 | 表 | 消费者组 | 高水位</translation>
    </message>
    <message>
        <source>What is landed, not landed and unread of what the log holds</source>
        <translation>日志所含数据中已落表、未落表和未读的部分</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Of the table where there is one, else of the group</source>
        <translation>有表时为表的状态，否则为消费者组的状态</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Records that can be read and have not been</source>
        <translation>可读取但尚未读取的记录</translation>
    </message>
    <message>
        <source>Not landed</source>
        <translation>未落表</translation>
    </message>
    <message>
        <source>Offsets that the group has passed and the table has not</source>
        <translation>消费者组已越过而表尚未包含的偏移量</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Of the oldest unread record</source>
        <translation>最旧未读记录的年龄</translation>
    </message>
    <message>
        <source>In</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>每秒生产的记录数，按两分钟计</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Records the group&apos;s offset moved per second, over two minutes</source>
        <translation>消费者组偏移量每秒前移的记录数，按两分钟计</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>落表</translation>
    </message>
    <message>
        <source>Offsets per second that the table took in, over ten minutes</source>
        <translation>表每秒收入的偏移量数，按十分钟计</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>The broker that leads the partition</source>
        <translation>担任该分区 Leader 的 Broker</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>The member that owns the partition, and where it runs</source>
        <translation>持有该分区的成员及其运行位置</translation>
    </message>
    <message>
        <source>floor %1, table %2, group %3, stable %4, high %5</source>
        <translation>起始位 %1，表 %2，消费者组 %3，LSO %4，高水位 %5</translation>
    </message>
</context>
<context>
    <name>tidemark::ProbeModel</name>
    <message>
        <source>too early</source>
        <translation>过早</translation>
    </message>
    <message>
        <source>before one that should come first</source>
        <translation>早于本应先出现的信号</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>%1 said so at %2</source>
        <translation>%1 于 %2 表示</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>查看项</translation>
    </message>
    <message>
        <source>Signals that should be seen, what is measured, what people are asked</source>
        <translation>应看到的信号、测量值、询问人的问题</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>As it is now; of a drill that is over as its verdict keeps it</source>
        <translation>当前值；已结束的演练为结论所保存的值</translation>
    </message>
</context>
<context>
    <name>tidemark::ReplayModel</name>
    <message>
        <source>found</source>
        <translation>检测到</translation>
    </message>
    <message>
        <source>Nobody declared it: the offsets show it.</source>
        <translation>无人声明：由偏移量看出。</translation>
    </message>
    <message>
        <source>Declared after it had begun.</source>
        <translation>开始之后才声明。</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>Retention took %1 records before they were read.</source>
        <translation>保留策略在读取前删除了 %1 条记录。</translation>
    </message>
    <message>
        <source>lost from %1</source>
        <translation>自 %1 起丢失</translation>
    </message>
    <message>
        <source>From %1 on retention takes records that are not read yet.</source>
        <translation>从 %1 起，保留策略会删除尚未读取的记录。</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>%1 of room, if it stood still</source>
        <translation>若停在原处，余量为 %1</translation>
    </message>
    <message>
        <source>No other group reads the topic.</source>
        <translation>没有其他消费者组读取此主题。</translation>
    </message>
    <message numerus="yes">
        <source>%n slower</source>
        <translation>
            <numerusform>%n 个变慢</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 个未知</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2, before it %3</source>
        <translation>%1：%2，此前 %3</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>消退中</translation>
    </message>
    <message>
        <source>not draining</source>
        <translation>未消退</translation>
    </message>
    <message>
        <source>stalled</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>overtaken by retention</source>
        <translation>被保留策略追上</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1，%2 至 %3</translation>
    </message>
    <message>
        <source>Replay, partition</source>
        <translation>重放、分区</translation>
    </message>
    <message>
        <source>Which group reads which topic again</source>
        <translation>哪个消费者组在重读哪个主题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What the last minutes say of it</source>
        <translation>最近几分钟的情况</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Of the offsets that are read again; the tick is all of them</source>
        <translation>重读偏移量中的占比；刻度为全部</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Offsets that are still to be read</source>
        <translation>尚待读取的偏移量</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Offsets that the group moves per second</source>
        <translation>消费者组每秒前移的偏移量数</translation>
    </message>
    <message>
        <source>Drains</source>
        <translation>消退</translation>
    </message>
    <message>
        <source>What is left shrinks by so much per second</source>
        <translation>剩余量每秒减少这么多</translation>
    </message>
    <message>
        <source>Through at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>When it is through, with the band of what is likely, UTC</source>
        <translation>何时完成及其可能区间，UTC</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Whether retention takes records before they are read</source>
        <translation>保留策略是否会在读取前删除记录</translation>
    </message>
    <message>
        <source>Live groups</source>
        <translation>实时消费者组</translation>
    </message>
    <message>
        <source>Groups that are older than before the replay began</source>
        <translation>比重放开始前更旧的消费者组</translation>
    </message>
    <message numerus="yes">
        <source>Of %n replay(s) that are over the band held in %1.</source>
        <translation>
            <numerusform>已结束的 %n 次重放中，%1 落在预测区间内。</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1 to %2, now at %3</source>
        <translation>从 %1 到 %2，现在 %3</translation>
    </message>
</context>
<context>
    <name>tidemark::ReviewModel</name>
    <message>
        <source>raised by %1</source>
        <translation>由 %1 提高</translation>
    </message>
    <message>
        <source>lowered by %1</source>
        <translation>由 %1 降低</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 条过期</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is reviewed</source>
        <translation>评审的对象</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>1 to 5, from what came out and how well it was tested</source>
        <translation>1 到 5，由结果和验证程度得出</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What the newest evidence says; unknown is never a pass</source>
        <translation>最新依据的结论；未知绝不算通过</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Green: owner, command, threshold, measurement, and it was exercised</source>
        <translation>绿：有负责人、命令、阈值、测量，并且演练过</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>How many pieces count, and how old the newest is</source>
        <translation>有效依据的数量，以及最新一条的年龄</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Whose it is</source>
        <translation>归谁负责</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Since the review that was frozen before, and why</source>
        <translation>自上次冻结的评审以来的变化及原因</translation>
    </message>
</context>
<context>
    <name>tidemark::RunDiffModel</name>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Of all that one of the two read</source>
        <translation>两者之一读取过的全部</translation>
    </message>
    <message>
        <source>Only before</source>
        <translation>仅之前</translation>
    </message>
    <message>
        <source>Offsets that only the run it is held against read</source>
        <translation>仅对比的运行读取的偏移量</translation>
    </message>
    <message>
        <source>Only after</source>
        <translation>仅之后</translation>
    </message>
    <message>
        <source>Offsets that only this run read</source>
        <translation>仅本次运行读取的偏移量</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Offsets that both read</source>
        <translation>两者都读取的偏移量</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Offsets between the two that neither read</source>
        <translation>两者之间都未读取的偏移量</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再次</translation>
    </message>
    <message>
        <source>Offsets that were read once more although it goes on from that run</source>
        <translation>虽接续该运行却再次读取的偏移量</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Exact, bounded or unknown, and why</source>
        <translation>精确、有界或未知及其原因</translation>
    </message>
</context>
<context>
    <name>tidemark::RunModel</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Runs that trained, embedded or refreshed, the newest first</source>
        <translation>训练、嵌入或刷新的运行，最新的在前</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What came out, and its version</source>
        <translation>产出及其版本</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>When it ended, or was registered, UTC</source>
        <translation>结束或登记的时间（UTC）</translation>
    </message>
    <message>
        <source>registered then; when it ended is not told</source>
        <translation>登记时间；未说明何时结束</translation>
    </message>
</context>
<context>
    <name>tidemark::SchemaModel</name>
    <message>
        <source>in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>registered %1</source>
        <translation>注册于 %1</translation>
    </message>
    <message>
        <source>records fail</source>
        <translation>记录失败</translation>
    </message>
    <message>
        <source>With all its versions: records that carry their ids cannot be read any more.</source>
        <translation>连同全部版本：携带其 ID 的记录已无法读取。</translation>
    </message>
    <message>
        <source>With all its versions: they can still be asked for by their ids.</source>
        <translation>连同全部版本：仍可按 ID 查询。</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>The next version is not checked against those before.</source>
        <translation>下一个版本不会与之前的版本核对。</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已检查</translation>
    </message>
    <message>
        <source>The registry refuses a version that is not compatible.</source>
        <translation>Schema Registry 会拒绝不兼容的版本。</translation>
    </message>
    <message>
        <source>Records that carry its id cannot be read any more.</source>
        <translation>携带其 ID 的记录已无法读取。</translation>
    </message>
    <message>
        <source>It can still be asked for by its id.</source>
        <translation>仍可按 ID 查询。</translation>
    </message>
    <message>
        <source>live</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>按名称推测</translation>
    </message>
    <message>
        <source>No topic has its name; the ids in records would tell.</source>
        <translation>没有同名主题；记录中的 ID 可以说明。</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>继承</translation>
    </message>
    <message>
        <source>the last that is known: %1</source>
        <translation>最后已知：%1</translation>
    </message>
    <message>
        <source>It was so when it was first looked at.</source>
        <translation>首次查看时就是如此。</translation>
    </message>
    <message>
        <source>The registry says so, by its own clock.</source>
        <translation>Schema Registry 按自己的时钟如此说明。</translation>
    </message>
    <message>
        <source>after %1, by %2</source>
        <translation>%1 之后，不晚于 %2</translation>
    </message>
    <message>
        <source>compatibility</source>
        <translation>兼容性</translation>
    </message>
    <message>
        <source>that of the registry</source>
        <translation>Schema Registry 的级别</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>soft-deleted</source>
        <translation>软删除</translation>
    </message>
    <message>
        <source>hard-deleted</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>undeleted</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>不晚于 %1</translation>
    </message>
    <message>
        <source>Subject, version</source>
        <translation>Subject、版本</translation>
    </message>
    <message>
        <source>A subject and the registry that has it; struck out: deleted</source>
        <translation>Subject 及其所在的 Schema Registry；有删除线：已删除</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Whether records fail since it changed, whether it is deleted, whether anything is checked</source>
        <translation>变更后是否有记录失败，是否已删除，是否有检查</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Whose records its schemas are of</source>
        <translation>其 Schema 描述哪个主题的记录</translation>
    </message>
    <message>
        <source>Versions, id</source>
        <translation>版本数、ID</translation>
    </message>
    <message>
        <source>How many versions; the id that records carry</source>
        <translation>有多少个版本；记录所携带的 ID</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Avro, JSON Schema, Protobuf</source>
        <translation>Avro、JSON Schema、Protobuf</translation>
    </message>
    <message>
        <source>Compatibility</source>
        <translation>兼容性</translation>
    </message>
    <message>
        <source>What the next version is checked by</source>
        <translation>下一个版本按什么检查</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近变化</translation>
    </message>
    <message>
        <source>What happened to it last</source>
        <translation>最近一次变化的内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Between which looks it happened, UTC</source>
        <translation>发生在哪两次查看之间，UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::SeenModel</name>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>A table or topic, and its partitions</source>
        <translation>表或主题及其分区</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>First offset that was read</source>
        <translation>读取的第一个偏移量</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>The next offset after the last one</source>
        <translation>最后一个之后的偏移量</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Exact, bounded or unknown, and why</source>
        <translation>精确、有界或未知及其原因</translation>
    </message>
    <message>
        <source>Schema ids</source>
        <translation>Schema ID</translation>
    </message>
    <message>
        <source>With which its records were written</source>
        <translation>写入其记录所用的</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>That brought them</source>
        <translation>带来这些数据的</translation>
    </message>
    <message>
        <source>%1 ids</source>
        <translation>%1 个 ID</translation>
    </message>
    <message>
        <source>%1 snapshots</source>
        <translation>%1 个快照</translation>
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
        <translation>部分应答</translation>
    </message>
    <message>
        <source>unknown: no polls</source>
        <translation>未知：没有轮询</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>采集源</translation>
    </message>
    <message>
        <source>What is polled</source>
        <translation>轮询的对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Of its last polls</source>
        <translation>依据最近的轮询</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>When this state began, at the latest</source>
        <translation>此状态最迟何时开始</translation>
    </message>
    <message>
        <source>Last complete</source>
        <translation>最近完整</translation>
    </message>
    <message>
        <source>The last poll that answered everything</source>
        <translation>最近一次完整应答的轮询</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Parts answered of parts due in the last 24 h</source>
        <translation>最近 24 小时内应答占应有的比例</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Of the last polls together</source>
        <translation>最近几次轮询合计</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>On the wire, of the last polls together</source>
        <translation>网络上的字节数，最近几次轮询合计</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>The last polls together</source>
        <translation>最近几次轮询合计</translation>
    </message>
    <message>
        <source>Refused, cannot see</source>
        <translation>被拒绝、看不到</translation>
    </message>
    <message>
        <source>What permissions or the source itself keep hidden</source>
        <translation>权限或采集源自身遮住的内容</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>rebuilt, not polled</source>
        <translation>重建，非轮询</translation>
    </message>
    <message>
        <source>behind by %1, samples sent: %2, refused: %3</source>
        <translation>落后 %1，发送样本：%2，被拒绝：%3</translation>
    </message>
</context>
<context>
    <name>tidemark::StepModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What a person does; Tidemark does nothing to a cluster</source>
        <translation>由人执行；Tidemark 不对集群做任何操作</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done, next, to do, optional, or taken back</source>
        <translation>已完成、下一步、待办、可选或已撤回</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>As it was stamped, UTC</source>
        <translation>打点时间（UTC）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Who did it, or whose it is</source>
        <translation>执行人或负责人</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>What should be seen then</source>
        <translation>届时应看到的</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>已撤回：%1</translation>
    </message>
    <message>
        <source>not planned: %1</source>
        <translation>计划外：%1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
</context>
<context>
    <name>tidemark::StoryModel</name>
    <message>
        <source>The story</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>What people wrote; it goes into the report</source>
        <translation>人们写下的内容；会写入报告</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What it speaks of, UTC</source>
        <translation>所述的时间，UTC</translation>
    </message>
    <message>
        <source>By</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>由谁写下</translation>
    </message>
</context>
<context>
    <name>tidemark::TableSheetModel</name>
    <message>
        <source>fed from %1</source>
        <translation>由 %1 供数</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>By its name in the catalog</source>
        <translation>Catalog 中的名称</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Of its metadata</source>
        <translation>元数据的格式</translation>
    </message>
    <message>
        <source>Data files</source>
        <translation>数据文件</translation>
    </message>
    <message>
        <source>Of the newest version</source>
        <translation>最新版本的</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Of the data files; Iceberg tells it with its delete files only</source>
        <translation>数据文件的大小；Iceberg 只给出连同删除文件的大小</translation>
    </message>
    <message>
        <source>Mean file</source>
        <translation>平均文件</translation>
    </message>
    <message>
        <source>Size through the number of files</source>
        <translation>大小除以文件数</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>删除文件</translation>
    </message>
    <message>
        <source>Files that name rows to leave out; of Iceberg with its deletion vectors</source>
        <translation>列出要略去的行的文件；Iceberg 含删除向量</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Snapshots that can still be read</source>
        <translation>仍可读取的快照</translation>
    </message>
    <message>
        <source>Compacted</source>
        <translation>合并文件</translation>
    </message>
    <message>
        <source>When files were last rewritten, UTC</source>
        <translation>最近一次重写文件的时间，UTC</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>快照过期</translation>
    </message>
    <message>
        <source>When versions were last seen to be gone, UTC</source>
        <translation>最近一次看到版本消失的时间，UTC</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>When it changed last, UTC</source>
        <translation>最近一次变化的时间，UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::TopicModel</name>
    <message>
        <source>Topic, reader</source>
        <translation>主题、消费方</translation>
    </message>
    <message>
        <source>Topics, and the groups that read them</source>
        <translation>主题，以及读取它们的消费者组</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Topic: its partitions&apos; leaders and replicas. Reader: does it keep up</source>
        <translation>主题：分区的 Leader 和副本。消费方：是否跟得上</translation>
    </message>
    <message>
        <source>Last record</source>
        <translation>最新记录</translation>
    </message>
    <message>
        <source>Age of the newest record</source>
        <translation>最新记录的年龄</translation>
    </message>
    <message>
        <source>In</source>
        <translation>流入</translation>
    </message>
    <message>
        <source>Records produced per second, over two minutes</source>
        <translation>每秒生产的记录数，按两分钟计</translation>
    </message>
    <message>
        <source>Oldest unread</source>
        <translation>最旧未读</translation>
    </message>
    <message>
        <source>Age of the oldest record the reader has not read; for a topic the worst of its readers</source>
        <translation>消费方尚未读取的最旧记录的年龄；主题取其消费方中最差的</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Records the reader has not read; for a topic the most of any reader</source>
        <translation>消费方尚未读取的记录；主题取其消费方中最多的</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Unread, or late against its target, since</source>
        <translation>未读或超出目标的起始时间</translation>
    </message>
    <message>
        <source>Safe until</source>
        <translation>安全至</translation>
    </message>
    <message>
        <source>When retention reaches unread records</source>
        <translation>保留策略何时触及未读记录</translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Partitions, replicas, clean-up; for a reader its worst partition</source>
        <translation>分区、副本、清理；消费方为其最差分区</translation>
    </message>
    <message>
        <source>no reader</source>
        <translation>无消费方</translation>
    </message>
    <message numerus="yes">
        <source>%n reader(s)</source>
        <translation>
            <numerusform>%n 个消费方</numerusform>
        </translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message numerus="yes">
        <source>%n without leader</source>
        <translation>
            <numerusform>%n 个无 Leader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under-replicated</source>
        <translation>
            <numerusform>%n 个副本不足</numerusform>
        </translation>
    </message>
    <message>
        <source>reader %1</source>
        <translation>消费方 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n 个分区</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1 of %2 partitions; the others are unknown</source>
        <translation>%2 个分区中 %1 个；其余未知</translation>
    </message>
    <message>
        <source>worst: partition %1</source>
        <translation>最差：分区 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No path runs over it.</source>
        <translation>没有链路经过它。</translation>
    </message>
    <message>
        <source>met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>%1 of %2 not met</source>
        <translation>%2 项中 %1 项不满足</translation>
    </message>
    <message>
        <source>%1 of %2 unknown</source>
        <translation>%2 项中 %1 项未知</translation>
    </message>
    <message>
        <source>%1 required, %2 configured</source>
        <translation>要求 %1，配置为 %2</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>What the paths over the topic require of it, against what is configured</source>
        <translation>经过此主题的链路对它的要求，与其配置对比</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Caption</name>
    <message>
        <source>What the demo shows now</source>
        <translation>演示当前展示的内容</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Connecting</name>
    <message>
        <source>Import client properties</source>
        <translation>导入客户端属性</translation>
    </message>
    <message>
        <source>Client properties (*.properties);;All files (*)</source>
        <translation>客户端属性 (*.properties);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::GoTo</name>
    <message>
        <source>Path</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>连接器</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>at offset %1</source>
        <translation>偏移量 %1 处</translation>
    </message>
    <message>
        <source>A command, a name, or paste an alert, a log line, topic-3@12345</source>
        <translation>输入命令或名称，或粘贴告警、日志行、topic-3@12345</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>%1, taken as UTC</source>
        <translation>%1，按 UTC 理解</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::KeepDialog</name>
    <message>
        <source>Samples are kept for</source>
        <translation>样本保留时长</translation>
    </message>
    <message>
        <source>Buckets of 5 min are kept for</source>
        <translation>5 分钟汇总保留时长</translation>
    </message>
    <message>
        <source>The file has at most</source>
        <translation>文件大小上限</translation>
    </message>
    <message>
        <source>What is kept of %1</source>
        <translation>%1 的保留内容</translation>
    </message>
    <message>
        <source>What a change deletes</source>
        <translation>更改会删除什么</translation>
    </message>
    <message>
        <source>Nothing is deleted.</source>
        <translation>不会删除任何内容。</translation>
    </message>
    <message>
        <source>Deletes %1: samples from before %2.</source>
        <translation>删除 %1：%2 之前的样本。</translation>
    </message>
    <message>
        <source>Deletes %1 of samples and buckets.</source>
        <translation>删除 %1 的样本和汇总。</translation>
    </message>
    <message>
        <source>A day takes %1.</source>
        <translation>每天占用 %1。</translation>
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
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>What is wrong with the keys</source>
        <translation>按键有什么问题</translation>
    </message>
    <message>
        <source>In the views</source>
        <translation>在视图中</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>请选择命令</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>%1 has these keys: give it others first.</source>
        <translation>%1 已使用这些按键：请先为它换用其他按键。</translation>
    </message>
    <message>
        <source>Press the new keys in the field.</source>
        <translation>请在输入框中按下新按键。</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::MainWindow</name>
    <message>
        <source>NOW</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>DATA</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>COLLECTION</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>crosshair %1</source>
        <translation>十字线 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>written into the logbook</source>
        <translation>已写入记事簿</translation>
    </message>
    <message>
        <source>errors are told by the desktop</source>
        <translation>错误会通过桌面通知</translation>
    </message>
    <message>
        <source>the desktop is told nothing</source>
        <translation>不发送桌面通知</translation>
    </message>
    <message>
        <source>Open a timeline or bundle</source>
        <translation>打开时间线或归档包</translation>
    </message>
    <message>
        <source>Timelines and bundles (*.tidemark *.bundle);;All files (*)</source>
        <translation>时间线和归档包 (*.tidemark *.bundle);;所有文件 (*)</translation>
    </message>
    <message>
        <source>link copied</source>
        <translation>已复制链接</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>collecting has stopped</source>
        <translation>采集已停止</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>导出评审</translation>
    </message>
    <message>
        <source>PDF, every page (*.pdf)</source>
        <translation>PDF，所有页 (*.pdf)</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>no run that is registered is shown</source>
        <translation>当前未显示已登记的运行</translation>
    </message>
    <message>
        <source>Export as OpenLineage</source>
        <translation>导出为 OpenLineage</translation>
    </message>
    <message>
        <source>Events, one a line (*.ndjson)</source>
        <translation>事件，每行一个 (*.ndjson)</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Notifier</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::shell::Pages</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>tidemark::views::AbortDialog</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The stop condition was met</source>
        <translation>已满足停止条件</translation>
    </message>
    <message>
        <source>Abort the drill</source>
        <translation>中止演练</translation>
    </message>
    <message>
        <source>It ends here. A person still says the verdict.</source>
        <translation>演练到此结束，结论仍由人来下。</translation>
    </message>
    <message>
        <source>It ends here. It was to be stopped when: %1.</source>
        <translation>演练到此结束。停止条件：%1。</translation>
    </message>
    <message>
        <source>Why, for the record</source>
        <translation>原因（记入记录）</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>tidemark::views::AlignPage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Figures of the table</source>
        <translation>此表的数字</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>No table has been recorded.
Name a catalog in the profile and start a collector: tidemark collect --profile FILE</source>
        <translation>没有记录任何表。
请在配置文件中写明 Catalog 并启动采集器：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Filter tables</source>
        <translation>筛选表</translation>
    </message>
    <message>
        <source>tide chart</source>
        <translation>潮汐图</translation>
    </message>
    <message>
        <source>Tables and their partitions</source>
        <translation>表及其分区</translation>
    </message>
    <message>
        <source>Ledger of</source>
        <translation>台账：</translation>
    </message>
    <message>
        <source>The ledger in short</source>
        <translation>台账概要</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Commits of the table</source>
        <translation>此表的提交</translation>
    </message>
    <message>
        <source>No commit of this table has been seen.</source>
        <translation>未见此表的任何提交。</translation>
    </message>
    <message>
        <source>Verify a commit</source>
        <translation>核对一次提交</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>None has been seen.</source>
        <translation>未见任何提交。</translation>
    </message>
    <message>
        <source>Ledger of %1</source>
        <translation>%1 的台账</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectForm</name>
    <message>
        <source>Addresses and sign-in</source>
        <translation>地址与登录</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Broker</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>as the first broker</source>
        <translation>与第一个 Broker 相同</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>明文</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>SASL, plain text</source>
        <translation>SASL，明文</translation>
    </message>
    <message>
        <source>SASL over TLS</source>
        <translation>基于 TLS 的 SASL</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>机制</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>A reference: env:NAME or file:PATH, a file that only you may read. The password itself is kept nowhere.</source>
        <translation>这是一个引用：env:NAME，或 file:PATH（只有自己可读的文件）。密码本身不会保存在任何地方。</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>证书颁发机构</translation>
    </message>
    <message>
        <source>Kafka Connect</source>
        <translation>Kafka Connect</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>Schema Registry</translation>
    </message>
    <message>
        <source>Iceberg catalog</source>
        <translation>Iceberg Catalog</translation>
    </message>
    <message>
        <source>Name a broker: host:9092.</source>
        <translation>请填写一个 Broker：host:9092。</translation>
    </message>
    <message>
        <source>A password is a reference: env:NAME or file:PATH. The password itself is kept nowhere.</source>
        <translation>密码须写成引用：env:NAME 或 file:PATH。密码本身不会保存在任何地方。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectPage</name>
    <message>
        <source>Connect to a cluster</source>
        <translation>连接到集群</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>当前情况</translation>
    </message>
    <message>
        <source>The profile that is saved</source>
        <translation>将要保存的配置文件</translation>
    </message>
    <message>
        <source>Name a broker, and see whether it answers.</source>
        <translation>请填写一个 Broker，看它是否应答。</translation>
    </message>
    <message>
        <source>Import client properties …</source>
        <translation>导入客户端属性 …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择 …</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>Profiles (*.json *.jsonc)</source>
        <translation>配置文件 (*.json *.jsonc)</translation>
    </message>
    <message>
        <source>Timelines (*.tidemark)</source>
        <translation>时间线 (*.tidemark)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置文件</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Save and collect</source>
        <translation>保存并采集</translation>
    </message>
    <message>
        <source>See whether it answers.</source>
        <translation>看它是否应答。</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在询问 …</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectSteps</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Columns of the steps</source>
        <translation>步骤的列</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>需要修改</translation>
    </message>
    <message>
        <source>What is not known without it</source>
        <translation>缺少它时未知的内容</translation>
    </message>
    <message>
        <source>A test asks step by step: the name, the port, TLS and its certificate, the sign-in, an answer, each permission. It reads, and changes nothing.</source>
        <translation>测试会逐步询问：名称、端口、TLS 及其证书、登录、应答、各项权限。只读取，不作任何更改。</translation>
    </message>
    <message>
        <source>What to change: %1</source>
        <translation>需要修改：%1</translation>
    </message>
    <message>
        <source>Not known without it: %1</source>
        <translation>缺少它时未知：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ConnectorsPage</name>
    <message>
        <source>Connectors</source>
        <translation>连接器</translation>
    </message>
    <message>
        <source>No connector has been recorded.
Name the address of Kafka Connect in the profile and start a collector: tidemark collect --profile FILE</source>
        <translation>没有记录任何连接器。
请在配置文件中写明 Kafka Connect 的地址并启动采集器：tidemark collect --profile FILE</translation>
    </message>
</context>
<context>
    <name>tidemark::views::DeadLettersPage</name>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>The chosen dead letters</source>
        <translation>所选死信</translation>
    </message>
</context>
<context>
    <name>tidemark::views::DrillsPage</name>
    <message>
        <source>Drills</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>What is shown of drills</source>
        <translation>显示演练的哪部分</translation>
    </message>
    <message>
        <source>Run sheet</source>
        <translation>执行表</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>演练库</translation>
    </message>
    <message>
        <source>Failure matrix</source>
        <translation>故障矩阵</translation>
    </message>
    <message>
        <source>Library of drills</source>
        <translation>演练库</translation>
    </message>
    <message>
        <source>begin a drill, or show one</source>
        <translation>开始或查看演练</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The chosen drill</source>
        <translation>所选演练</translation>
    </message>
</context>
<context>
    <name>tidemark::views::FindingsDock</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 个提示</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现问题</translation>
    </message>
    <message numerus="yes">
        <source>%n snoozed</source>
        <translation>
            <numerusform>%n 个已暂缓</numerusform>
        </translation>
    </message>
    <message>
        <source>judged at %1, coverage %2</source>
        <translation>判断于 %1，覆盖率 %2</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>A starting point: rules see only what is collected. Where nothing stands here, nothing is proven to be well.</source>
        <translation>仅作起点：规则只能看到采集到的内容。这里没有条目，不证明一切正常。</translation>
    </message>
    <message>
        <source>What this list is</source>
        <translation>此列表是什么</translation>
    </message>
    <message>
        <source>Rules that cannot run, and what they need</source>
        <translation>无法运行的规则及其所需</translation>
    </message>
    <message>
        <source>%1 needs %2</source>
        <translation>%1 需要 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) cannot run</source>
        <translation>
            <numerusform>%n 条规则无法运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing abnormal at %1 (coverage %2).</source>
        <translation>%1 时无异常（覆盖率 %2）。</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>尚未记录任何内容。</translation>
    </message>
    <message>
        <source>Findings unknown</source>
        <translation>诊断结果未知</translation>
    </message>
    <message>
        <source>Nothing could be judged.
Start a collector: tidemark collect --profile FILE</source>
        <translation>没有可判断的内容。
启动采集器：tidemark collect --profile FILE</translation>
    </message>
</context>
<context>
    <name>tidemark::views::GrowthPage</name>
    <message>
        <source>Growth</source>
        <translation>增长</translation>
    </message>
    <message>
        <source>What is shown of growth</source>
        <translation>显示增长的哪部分</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Drivers of cost</source>
        <translation>成本因素</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>消费方</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>现状</translation>
    </message>
    <message>
        <source> d</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>What if topics were kept so many days</source>
        <translation>假设主题保留这么多天</translation>
    </message>
    <message>
        <source>What if so many times as much were produced</source>
        <translation>假设生产量为这么多倍</translation>
    </message>
    <message>
        <source>what if kept</source>
        <translation>假设保留</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>已生产</translation>
    </message>
    <message>
        <source>Bytes to come, of</source>
        <translation>未来字节数，对象</translation>
    </message>
    <message>
        <source>What the chart says</source>
        <translation>图表说明</translation>
    </message>
    <message>
        <source>Bytes to come: modelled</source>
        <translation>未来字节数：模型</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>所有主题</translation>
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
        <translation>文字说明</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>附注</translation>
    </message>
</context>
<context>
    <name>tidemark::views::HealthBar</name>
    <message>
        <source>Status</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>采集源</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>十字线</translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translation>数据的年龄</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>%1 of %2 sources healthy</source>
        <translation>%2 个采集源中 %1 个健康</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>覆盖率 %1</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>尚无数据</translation>
    </message>
    <message>
        <source>generation %1</source>
        <translation>第 %1 代</translation>
    </message>
    <message>
        <source>data end at %1, %2 ago</source>
        <translation>数据止于 %1，%2 前</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>已有 %1</translation>
    </message>
    <message>
        <source>seen every %1</source>
        <translation>每 %1 查看一次</translation>
    </message>
    <message>
        <source>Shows what the rules found (9)</source>
        <translation>显示规则的诊断结果 (9)</translation>
    </message>
    <message>
        <source>findings unknown</source>
        <translation>诊断结果未知</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>诊断结果：%1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>collecting · stop</source>
        <translation>采集中 · 停止</translation>
    </message>
    <message>
        <source>Stop collecting</source>
        <translation>停止采集</translation>
    </message>
    <message>
        <source>This window collects; a click stops it. What was collected stays.</source>
        <translation>此窗口正在采集；点击即停止。已采集的内容会保留。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::HomePage</name>
    <message>
        <source>Tide</source>
        <translation>潮汐</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.
Start a collector: tidemark collect --profile FILE, or look once: tidemark freshness --bootstrap HOST:PORT</source>
        <translation>尚未记录任何消费者组和主题的信息。
启动采集器：tidemark collect --profile FILE，或查看一次：tidemark freshness --bootstrap HOST:PORT</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>path</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>请选择一个。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::IncidentPage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Beside the order of onset</source>
        <translation>变化先后之外</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.
Start a collector: tidemark collect --profile FILE</source>
        <translation>尚未记录任何内容。
启动采集器：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>Filter lanes</source>
        <translation>筛选泳道</translation>
    </message>
    <message>
        <source>onset</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Lanes shown</source>
        <translation>显示的泳道</translation>
    </message>
    <message>
        <source>all lanes</source>
        <translation>全部泳道</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Order of onset</source>
        <translation>变化先后</translation>
    </message>
    <message>
        <source>Nothing moved in this window that did not move before it.
Absence of findings is not proof of health.</source>
        <translation>此窗口内没有此前未变而新变化的内容。
没有诊断结果不等于健康。</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>没有历史</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>尚未记录任何内容。</translation>
    </message>
    <message>
        <source>Beside the order</source>
        <translation>先后之外</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>What is shown beneath the lanes</source>
        <translation>泳道下方显示的内容</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Where the gaps grew</source>
        <translation>差距增长之处</translation>
    </message>
    <message>
        <source>No group and no table has been measured: there is no gap to compare.</source>
        <translation>没有测量到任何消费者组或表：没有差距可对比。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes %1</source>
        <translation>备注 %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::JourneyCard</name>
    <message>
        <source>Record journey</source>
        <translation>记录的行程</translation>
    </message>
    <message>
        <source>Which record</source>
        <translation>哪条记录</translation>
    </message>
    <message>
        <source>Click a point of a partition&apos;s chart, or press Enter at the crosshair.</source>
        <translation>点击分区图上的一点，或在十字线处按 Enter。</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>%1/%2 @ %3</source>
        <translation>%1/%2 @ %3</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>%1 at</source>
        <translation>%1：时间</translation>
    </message>
    <message>
        <source>%1, evidence</source>
        <translation>%1：依据</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagMapPage</name>
    <message>
        <source>Lag map</source>
        <translation>积压图</translation>
    </message>
    <message>
        <source>No lag has been recorded in this window.
Start a collector: tidemark collect --profile FILE, or choose an earlier time.</source>
        <translation>此时间窗口内没有记录到积压。
启动采集器：tidemark collect --profile FILE，或选择更早的时间。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagOverview</name>
    <message>
        <source>Lag of all partitions over time</source>
        <translation>所有分区的积压随时间变化</translation>
    </message>
    <message>
        <source>%1: %2 unknown</source>
        <translation>%1：%2 未知</translation>
    </message>
    <message>
        <source>%1: unknown</source>
        <translation>%1：未知</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4</source>
        <translation>%1：%3 积压 %2，%4</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>All partitions, worst group first; lag in records</source>
        <translation>所有分区，最差的消费者组在前；积压按记录数计</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LagPage</name>
    <message>
        <source>Lag</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>No consumer group has been recorded.
Start a collector: tidemark collect --profile FILE, or look once: tidemark lag --bootstrap HOST:PORT</source>
        <translation>没有记录任何消费者组。
启动采集器：tidemark collect --profile FILE，或查看一次：tidemark lag --bootstrap HOST:PORT</translation>
    </message>
</context>
<context>
    <name>tidemark::views::LanesView</name>
    <message>
        <source>Lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>Lanes over time</source>
        <translation>泳道随时间变化</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>没有十字线。用 Shift 加方向键放置。</translation>
    </message>
    <message>
        <source>, pinned</source>
        <translation>，已固定</translation>
    </message>
    <message>
        <source>, chosen</source>
        <translation>，已选中</translation>
    </message>
</context>
<context>
    <name>tidemark::views::MarksCard</name>
    <message>
        <source>more than %1</source>
        <translation>超过 %1</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Time of the marks</source>
        <translation>标记的时间</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>%1, gap</source>
        <translation>%1：差距</translation>
    </message>
    <message>
        <source>open transaction %1</source>
        <translation>未结束的事务 %1</translation>
    </message>
    <message>
        <source>unread %1%2</source>
        <translation>未读 %1%2</translation>
    </message>
    <message>
        <source>not landed %1%2</source>
        <translation>未落表 %1%2</translation>
    </message>
    <message>
        <source>Marks at %1 UTC</source>
        <translation>%1 UTC 的标记</translation>
    </message>
</context>
<context>
    <name>tidemark::views::MetricsPage</name>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>The chosen signal</source>
        <translation>所选信号</translation>
    </message>
    <message>
        <source>Trend of</source>
        <translation>变化趋势：</translation>
    </message>
    <message>
        <source>Newest value</source>
        <translation>最新值</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NavBar</name>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NoteDialog</name>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>The time that the note speaks of</source>
        <translation>备注所指的时间</translation>
    </message>
    <message>
        <source>Who reads the logbook beside this timeline sees it, with your name.</source>
        <translation>阅读此时间线旁记事簿的人会看到它和您的名字。</translation>
    </message>
    <message>
        <source>Who sees the note</source>
        <translation>谁能看到备注</translation>
    </message>
    <message>
        <source>What happened, or what was done</source>
        <translation>发生了什么，或做了什么</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>备注内容</translation>
    </message>
    <message>
        <source>Write the note</source>
        <translation>写入此备注</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
</context>
<context>
    <name>tidemark::views::NotesPane</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>The story</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>检测到</translation>
    </message>
    <message>
        <source>into the story</source>
        <translation>加入经过</translation>
    </message>
    <message>
        <source>Nothing happened in this window that a collector would see.</source>
        <translation>此窗口内没有采集器能看到的事件。</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Nobody has written anything of this window.
n writes a note; + takes what happened into the story.</source>
        <translation>还没有人为此窗口写下内容。
n 写备注；+ 把发生的事加入经过。</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
</context>
<context>
    <name>tidemark::views::OverviewStrip</name>
    <message>
        <source>All that was recorded</source>
        <translation>已记录的全部</translation>
    </message>
    <message>
        <source>Recorded: %1; seen: %2</source>
        <translation>已记录：%1；可见：%2</translation>
    </message>
</context>
<context>
    <name>tidemark::views::Palette</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这样的名称。</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
</context>
<context>
    <name>tidemark::views::PathPage</name>
    <message>
        <source>Path</source>
        <translation>链路</translation>
    </message>
    <message>
        <source>No path has been recorded.
Start a collector: tidemark collect --profile FILE, then choose a path on the first page.</source>
        <translation>没有记录任何链路。
启动采集器：tidemark collect --profile FILE，然后在首页选择链路。</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
    <message>
        <source>Filter by partition or reader</source>
        <translation>按分区或消费者筛选</translation>
    </message>
    <message>
        <source>Filter partitions</source>
        <translation>筛选分区</translation>
    </message>
    <message>
        <source>tide chart</source>
        <translation>潮汐图</translation>
    </message>
    <message>
        <source>Partitions of the path</source>
        <translation>链路的分区</translation>
    </message>
    <message>
        <source>No path</source>
        <translation>没有链路</translation>
    </message>
    <message>
        <source>Nothing has been recorded about any group and topic.</source>
        <translation>尚未记录任何消费者组和主题的信息。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::PresentWindow</name>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>翻页</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ProvenancePage</name>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What the run says</source>
        <translation>运行的自述</translation>
    </message>
    <message>
        <source>run, model version, snapshot, or TABLE@TIME</source>
        <translation>运行、模型版本、快照或 TABLE@TIME</translation>
    </message>
    <message>
        <source>Which data did this see?</source>
        <translation>它看到了哪些数据？</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>No run is registered.
tidemark lineage register RUN --model M --input TABLE@SNAPSHOT
tidemark lineage import FILE</source>
        <translation>尚未登记任何运行。
tidemark lineage register RUN --model M --input TABLE@SNAPSHOT
tidemark lineage import FILE</translation>
    </message>
    <message>
        <source>held against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>The run that it is held against</source>
        <translation>与之对比的运行</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>OpenLineage</source>
        <translation>OpenLineage</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>读取的内容</translation>
    </message>
    <message>
        <source>Two runs against each other</source>
        <translation>两次运行对比</translation>
    </message>
    <message>
        <source>no other run</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>tidemark::views::QuestionDialog</name>
    <message>
        <source>A question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Nothing that is collected can tell: a person says it, for the record.</source>
        <translation>收集的数据无法说明：由人回答并记入记录。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>如何得知</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ReplayPage</name>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>No replay is running, and none ran in the last day.
One is found when a group&apos;s offset falls, or when a new group begins at the first record.
Say of one beforehand: tidemark replay declare NAME --group G --topic T</source>
        <translation>没有正在运行的重放，最近一天也没有。
当消费者组的偏移量回退，或新消费者组从第一条记录开始时，会检测到重放。
事先声明：tidemark replay declare NAME --group G --topic T</translation>
    </message>
    <message>
        <source>The chosen replay</source>
        <translation>所选重放</translation>
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
        <translation>没有已记录的演练。
在演练库中选择模板并按 Enter。</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
    <message>
        <source>The drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Command of the chosen step</source>
        <translation>所选步骤的命令</translation>
    </message>
    <message>
        <source>Expected of the chosen step</source>
        <translation>所选步骤的预期</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>done now</source>
        <translation>现在完成</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>abort</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Signals and measures</source>
        <translation>信号与测量值</translation>
    </message>
    <message>
        <source>no command</source>
        <translation>无命令</translation>
    </message>
    <message>
        <source>nothing particular is expected</source>
        <translation>没有特别的预期</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>预期：%1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SchemasPage</name>
    <message>
        <source>Schemas</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>The chosen subject</source>
        <translation>所选 subject</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，版本 %2</translation>
    </message>
</context>
<context>
    <name>tidemark::views::ScorecardPage</name>
    <message>
        <source>Scorecard</source>
        <translation>评分卡</translation>
    </message>
    <message>
        <source>Nothing is reviewed.
Measure what can be measured: tidemark scorecard evidence --take</source>
        <translation>没有评审。
测量可测量的内容：tidemark scorecard evidence --take</translation>
    </message>
    <message>
        <source>Evidence of the chosen row</source>
        <translation>所选行的依据</translation>
    </message>
    <message>
        <source>present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Whose readiness: the scope of the evidence</source>
        <translation>评谁的就绪度：依据的范围</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>评分卡</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SnoozeDialog</name>
    <message>
        <source>Snooze</source>
        <translation>暂缓</translation>
    </message>
    <message>
        <source>Snooze a finding</source>
        <translation>暂缓一条诊断结果</translation>
    </message>
    <message>
        <source>The finding</source>
        <translation>该诊断结果</translation>
    </message>
    <message>
        <source>It goes to the end of the list and is not counted. Who reads the logbook sees it.</source>
        <translation>它会移到列表末尾且不计数。阅读记事簿的人会看到。</translation>
    </message>
    <message>
        <source>What a snooze does</source>
        <translation>暂缓的作用</translation>
    </message>
    <message>
        <source>Why, for the others</source>
        <translation>告诉他人的原因</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>End the snooze</source>
        <translation>结束暂缓</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>tomorrow 09:00 UTC</source>
        <translation>明天 09:00 UTC</translation>
    </message>
</context>
<context>
    <name>tidemark::views::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>采集源</translation>
    </message>
    <message>
        <source>Nothing has been collected into this file yet.
Start a collector: tidemark collect --profile FILE</source>
        <translation>此文件尚未采集任何数据。
启动采集器：tidemark collect --profile FILE</translation>
    </message>
    <message>
        <source>what is kept</source>
        <translation>保留内容</translation>
    </message>
</context>
<context>
    <name>tidemark::views::StartDialog</name>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>who runs it</source>
        <translation>由谁执行</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>who allowed it</source>
        <translation>由谁批准</translation>
    </message>
    <message>
        <source>Stop condition</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>at which it is stopped</source>
        <translation>满足时停止</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>what else is to be said</source>
        <translation>其他说明</translation>
    </message>
    <message>
        <source>What is well before it</source>
        <translation>开始前的检查</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>仍然开始</translation>
    </message>
    <message>
        <source>Begin drill %1</source>
        <translation>开始演练 %1</translation>
    </message>
    <message>
        <source>The drill</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>数据流</translation>
    </message>
    <message>
        <source>everything, or path=orders</source>
        <translation>全部，或 path=orders</translation>
    </message>
    <message>
        <source>Whether it may start</source>
        <translation>是否可以开始</translation>
    </message>
    <message>
        <source>Look whether all is well</source>
        <translation>检查是否一切正常</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>It starts where all was well for %1: polls answered, in time, landing, no error, and people named.</source>
        <translation>若 %1 内一切正常即可开始：轮询有应答、按时、已落表、无错误且已指定人员。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>All is well: it may start.</source>
        <translation>一切正常：可以开始。</translation>
    </message>
    <message>
        <source>Not all is well: it cannot start. Started anyway, its verdict is partial at most.</source>
        <translation>并非一切正常：无法开始。若仍然开始，结论最多为部分通过。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::StartPage</name>
    <message>
        <source>Open again</source>
        <translation>再次打开</translation>
    </message>
    <message>
        <source>No timeline was open yet.</source>
        <translation>尚未打开过时间线。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>How stale each consumer of the data is, where along the path it is stuck, what moved first. It only reads; what it sees it keeps in one file, a timeline.</source>
        <translation>每个数据消费方有多滞后，卡在链路的何处，什么最先变化。它只读取；看到的内容保存在一个文件，即时间线中。</translation>
    </message>
    <message>
        <source>What Tidemark does</source>
        <translation>Tidemark 的作用</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Open a timeline or bundle …</source>
        <translation>打开时间线或归档包…</translation>
    </message>
    <message>
        <source>What a collector wrote, on this machine or handed on by somebody.</source>
        <translation>采集器写入的内容，来自本机或由他人转交。</translation>
    </message>
    <message>
        <source>Play the demo</source>
        <translation>播放演示</translation>
    </message>
    <message>
        <source>A pipeline with a scripted incident, on this machine alone. Takes two minutes.</source>
        <translation>一条按脚本发生故障的流水线，仅在本机运行。需要两分钟。</translation>
    </message>
    <message>
        <source>Connect to a cluster …</source>
        <translation>连接到集群 …</translation>
    </message>
    <message>
        <source>An address is enough. Each step is tested, and what fails says what to change; then this window collects.</source>
        <translation>只需一个地址。逐步测试，失败之处会说明该如何修改；然后由此窗口采集。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TableFilesPage</name>
    <message>
        <source>Table files</source>
        <translation>表文件</translation>
    </message>
    <message>
        <source>The chosen table</source>
        <translation>所选表</translation>
    </message>
    <message>
        <source>Trend of</source>
        <translation>变化趋势：</translation>
    </message>
    <message>
        <source>Newest value</source>
        <translation>最新值</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>绘制的内容</translation>
    </message>
    <message>
        <source>What the rule is for</source>
        <translation>规则的用途</translation>
    </message>
    <message>
        <source>Rule for the profile</source>
        <translation>用于配置文件的规则</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the rule</source>
        <translation>复制规则</translation>
    </message>
    <message>
        <source>For the pipeline of %1, whose offsets nobody reads:</source>
        <translation>用于 %1 的流水线，其偏移量没有被读取：</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TablePage</name>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>Rows shown</source>
        <translation>显示的行</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. Esc clears the filter.</source>
        <translation>没有与“%1”匹配的内容。Esc 清除筛选。</translation>
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
        <translation>潮汐图</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No topic has been recorded.
Start a collector: tidemark collect --profile FILE, or play a story: tidemark import --story FILE</source>
        <translation>没有记录任何主题。
启动采集器：tidemark collect --profile FILE，或播放一个故事：tidemark import --story FILE</translation>
    </message>
    <message>
        <source>Why nothing is shown</source>
        <translation>为何没有内容</translation>
    </message>
    <message>
        <source>Partitions of the topic</source>
        <translation>主题的分区</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>尚无可显示的内容</translation>
    </message>
    <message>
        <source>No topic has been recorded.</source>
        <translation>没有记录任何主题。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TidePicker</name>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>消费者组</translation>
    </message>
    <message>
        <source>all partitions</source>
        <translation>所有分区</translation>
    </message>
    <message>
        <source>partition %1</source>
        <translation>分区 %1</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>无消费者组</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TideView</name>
    <message>
        <source>Tide chart</source>
        <translation>潮汐图</translation>
    </message>
    <message>
        <source>Offsets over time</source>
        <translation>偏移量随时间变化</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>没有十字线。用 Shift 加方向键放置。</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>unread %1</source>
        <translation>未读 %1</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TimeBar</name>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Timeline file</source>
        <translation>时间线文件</translation>
    </message>
    <message>
        <source>Visible time</source>
        <translation>可见时间</translation>
    </message>
    <message>
        <source>Length of the visible time</source>
        <translation>可见时间的长度</translation>
    </message>
    <message>
        <source>%1 · bundle, only read</source>
        <translation>%1 · 归档包，只读</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TopicsPage</name>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>No topic has been recorded.
Start a collector: tidemark collect --profile FILE, or look once: tidemark topics --bootstrap HOST:PORT</source>
        <translation>没有记录任何主题。
启动采集器：tidemark collect --profile FILE，或查看一次：tidemark topics --bootstrap HOST:PORT</translation>
    </message>
    <message>
        <source>What is required of the chosen topic</source>
        <translation>对所选主题的要求</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TraceCard</name>
    <message>
        <source>Trace</source>
        <translation>堆栈跟踪</translation>
    </message>
    <message>
        <source>Trace of</source>
        <translation>堆栈跟踪：</translation>
    </message>
    <message>
        <source>First line of the trace</source>
        <translation>堆栈跟踪的第一行</translation>
    </message>
    <message>
        <source>Copy trace</source>
        <translation>复制堆栈跟踪</translation>
    </message>
    <message>
        <source>The whole trace</source>
        <translation>完整堆栈跟踪</translation>
    </message>
    <message>
        <source>Trace of %1</source>
        <translation>%1 的堆栈跟踪</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Fold the trace</source>
        <translation>折叠堆栈跟踪</translation>
    </message>
    <message>
        <source>Show the whole trace</source>
        <translation>显示完整堆栈跟踪</translation>
    </message>
</context>
<context>
    <name>tidemark::views::TrendView</name>
    <message>
        <source>Trend</source>
        <translation>变化趋势</translation>
    </message>
    <message>
        <source>Value over time</source>
        <translation>值随时间变化</translation>
    </message>
    <message>
        <source>No crosshair. Shift and an arrow key place it.</source>
        <translation>没有十字线。用 Shift 加方向键放置。</translation>
    </message>
    <message>
        <source>Nothing to draw.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
</context>
<context>
    <name>tidemark::views::VerdictDialog</name>
    <message>
        <source>Your name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Why another one</source>
        <translation>为何不同</translation>
    </message>
    <message>
        <source>Say it</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>needed: it is not what is proposed</source>
        <translation>必填：与建议不同</translation>
    </message>
    <message>
        <source>only where it is another one</source>
        <translation>仅在不同时填写</translation>
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
        <translation>速率未知：%1</translation>
    </message>
    <message>
        <source>open transaction %1</source>
        <translation>未结束的事务 %1</translation>
    </message>
    <message>
        <source>unread %1 · reads %2</source>
        <translation>未读 %1 · 读取 %2</translation>
    </message>
    <message>
        <source>not landed %1 · lands %2</source>
        <translation>未落表 %1 · 落表 %2</translation>
    </message>
    <message>
        <source>with the snapshot</source>
        <translation>与快照同时</translation>
    </message>
    <message>
        <source>Stages of the path</source>
        <translation>链路的各阶段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>%1, age</source>
        <translation>%1：年龄</translation>
    </message>
    <message>
        <source>%1, gap</source>
        <translation>%1：差距</translation>
    </message>
    <message>
        <source>%1, of</source>
        <translation>%1：对象</translation>
    </message>
    <message>
        <source>%1, evidence</source>
        <translation>%1：依据</translation>
    </message>
    <message>
        <source>not instrumented: freshness is a lower bound</source>
        <translation>未监测：新鲜度为下限</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
</context>
</TS>
