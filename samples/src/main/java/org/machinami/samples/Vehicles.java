package org.machinami.samples;

import static org.machinami.samples.Sources.decimal;
import static org.machinami.samples.Sources.point;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.machinami.samples.Facts.Place;

/** Ports of shared bicycles near stations and charging stations in wards. */
final class Vehicles {

  private static final int PORTS_A_STATION = 4;

  private Vehicles() {}

  static void write(Facts city, Sources sources) throws IOException {
    ports(city, sources);
    charging(city, sources);
  }

  private static void ports(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("bicycle-share-ports");
    List<String> ports = new ArrayList<>();
    for (Place station : city.stations()) {
      for (int i = 1; i <= PORTS_A_STATION; i++) {
        ports.add(
            "{\"station_id\":\"B"
                + (1000 + ports.size() + 1)
                + "\",\"name\":{\"ja\":\""
                + station.name()
                + "駅ポート"
                + i
                + "（架空）\",\"en\":\""
                + station.english()
                + " Station port "
                + i
                + " (fictional)\"},\"position\":{\"lat\":"
                + decimal(station.latitude() + dice.within(-0.003, 0.003), 5)
                + ",\"lon\":"
                + decimal(station.longitude() + dice.within(-0.003, 0.003), 5)
                + "},\"capacity\":"
                + dice.between(8, 40)
                + ",\"near\":{\"rail_station\":\""
                + station.id()
                + "\",\"area_code\":\""
                + station.municipality()
                + "\"}}");
      }
    }
    sources.write(
        "bicycle-share-ports/bicycle_share_ports.json",
        "{\"last_updated\":\"2026-11-01T00:00:00+09:00\",\"ttl\":86400,\"data\":{\"stations\":[\n"
            + String.join(",\n", ports)
            + "\n]}}\n");
  }

  private static void charging(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("ev-charging");
    List<String> features = new ArrayList<>();
    for (Place ward : city.wards()) {
      for (int i = 1; i <= 4; i++) {
        features.add(
            "{\"type\":\"Feature\",\"properties\":{\"番号\":\"E"
                + ward.id()
                + "-"
                + i
                + "\",\"名称\":\""
                + ward.name()
                + "見本充電スタンド"
                + i
                + "（架空）\",\"名称_英語\":\"Sample charging station "
                + i
                + ", "
                + ward.english()
                + " (fictional)\",\"出力_kW\":"
                + dice.of("3.2", "6.0", "50.0", "90.0")
                + ",\"台数\":"
                + dice.between(1, 6)
                + ",\"標準地域コード\":\""
                + ward.id()
                + "\"},"
                + point(
                    ward.longitude() + dice.within(-0.002, 0.002),
                    ward.latitude() + dice.within(-0.002, 0.002))
                + "}");
      }
    }
    sources.geoJson("ev-charging/ev_charging.geojson", features);
  }
}
