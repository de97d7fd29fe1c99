package org.machinami.samples;

import static org.machinami.samples.Sources.decimal;
import static org.machinami.samples.Sources.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.machinami.samples.Facts.Place;

/** Public wireless LAN in libraries and public toilets before stations. */
final class StreetFurniture {

  private StreetFurniture() {}

  static void write(Facts city, Sources sources) throws IOException {
    wireless(city, sources);
    toilets(city, sources);
  }

  private static void wireless(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("public-wifi");
    List<String> rows = new ArrayList<>();
    for (Place library : city.libraries()) {
      int floors = dice.between(1, 3);
      for (int floor = 1; floor <= floors; floor++) {
        rows.add(
            row(
                "W" + library.id() + "-" + floor,
                library.name() + " " + floor + "階",
                library.kana() + " " + floor + "カイ",
                library.english() + " floor " + floor,
                library.id(),
                decimal(library.latitude(), 4),
                decimal(library.longitude(), 4),
                "見本市施設課（架空）",
                "MACHINAMI-SAMPLE-" + floor + "F",
                dice.of("閲覧室", "ロビー", "学習室", "全館"),
                library.municipality()));
      }
    }
    sources.spreadsheetCsv(
        "public-wifi/public_wifi.csv",
        "NO,名称,名称_カナ,名称_英語,図書館NO,緯度,経度,設置者,SSID,提供エリア,標準地域コード",
        rows);
  }

  private static void toilets(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("public-toilets");
    List<String> rows = new ArrayList<>();
    for (Place station : city.stations()) {
      for (int i = 1; i <= 2; i++) {
        int men = dice.between(1, 4);
        int urinals = dice.between(1, 4);
        int women = dice.between(2, 6);
        int accessible = dice.of(0, 1, 1, 1, 2);
        rows.add(
            row(
                "P" + Days.twoDigits(rows.size() + 1),
                station.name() + "駅前公衆トイレ" + i + "（架空）",
                station.kana() + "エキマエコウシュウトイレ" + i,
                "Public toilet " + i + " at " + station.english() + " Station (fictional)",
                station.id(),
                dice.of("広場", "高架下", "公園内", ""),
                decimal(station.latitude() + dice.within(-0.0015, 0.0015), 5),
                decimal(station.longitude() + dice.within(-0.0015, 0.0015), 5),
                Integer.toString(men + urinals),
                Integer.toString(urinals),
                Integer.toString(women),
                Integer.toString(accessible),
                accessible > 0 ? "有" : "無",
                accessible > 0 ? dice.of("有", "無") : "無",
                station.municipality()));
      }
    }
    sources.csv(
        "public-toilets/public_toilets.csv",
        "NO,名称,名称_カナ,名称_英語,駅ID,設置位置,緯度,経度,男性トイレ総数,男性トイレ数（小便器）,女性トイレ総数,多機能トイレ数,車椅子使用者用トイレ有無,"
            + "オストメイト設置トイレ有無,標準地域コード",
        rows);
  }
}
