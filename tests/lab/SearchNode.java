// SPDX-License-Identifier: GPL-3.0-or-later
// A real OpenSearch of one node, on loopback, from the jars of its server.
// Arguments: its folder, its HTTP port, another port.
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

public final class SearchNode extends Node {
  private SearchNode(Settings settings) {
    super(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "lab"), List.of(Netty4Plugin.class), false);
  }

  public static void main(String[] words) throws Exception {
    Settings settings = Settings.builder()
        .put("path.home", words[0])
        .put("cluster.name", "lab")
        .put("node.name", "lab")
        .put("discovery.type", "single-node")
        .put("transport.type", "netty4")
        .put("http.type", "netty4")
        .put("http.port", words[1])
        .put("network.host", "127.0.0.1")
        .put("transport.port", words[2])
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
    new SearchNode(settings).start();
    new CountDownLatch(1).await();
  }
}
