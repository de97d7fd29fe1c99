package org.machinami.samples;

import static org.machinami.samples.Sources.decimal;
import static org.machinami.samples.Sources.row;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.machinami.samples.Facts.Place;

/** Cashless payment by industry, guests of hotels, offices of banks: all by ward. */
final class Commerce {

  private static final String[][] INDUSTRIES = {
    {"retail", "小売業", "62"},
    {"restaurant", "飲食業", "55"},
    {"hotel", "宿泊業", "78"},
    {"transport", "交通", "84"},
    {"medical", "医療・福祉", "38"},
    {"culture", "娯楽・文化", "66"}
  };
  private static final int[] GUESTS_SEASON = {84, 82, 100, 104, 96, 90, 98, 102, 92, 106, 108, 100};
  private static final String[][] OFFICES = {
    {"見本銀行", "ミホンギンコウ", "Sample Bank", "銀行"},
    {"架空信用金庫", "カクウシンヨウキンコ", "Fictional Shinkin", "信用金庫"},
    {"見本ＡＴＭ", "ミホンエーティーエム", "Sample ATM", "ＡＴＭコーナー"}
  };

  private Commerce() {}

  static void write(Facts city, Sources sources) throws IOException {
    cashless(city, sources);
    guests(city, sources);
    offices(city, sources);
  }

  private static void cashless(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("cashless-share");
    List<String> rows = new ArrayList<>();
    for (Place ward : city.wards()) {
      double keen = dice.within(0.85, 1.1);
      for (String[] industry : INDUSTRIES) {
        for (int quarter = 0; quarter < 4; quarter++) {
          double share = Integer.parseInt(industry[2]) * keen * dice.factor(0.04) + quarter * 0.6;
          rows.add(
              row(
                  ward.id(),
                  ward.name(),
                  ward.english(),
                  industry[0],
                  industry[1],
                  YearMonth.of(2025, 4).plusMonths(3L * quarter).toString(),
                  decimal(Math.min(share, 97), 1)));
        }
      }
    }
    sources.csv(
        "cashless-share/cashless_fy2025.csv",
        "標準地域コード,区名,区名_英語,業種コード,業種,期首年月,キャッシュレス決済比率(%)",
        rows);
  }

  private static void guests(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("hotel-guests");
    List<String> rows = new ArrayList<>();
    for (Place ward : city.wards()) {
      double size = dice.within(20_000, 600_000);
      for (int month = 0; month < 24; month++) {
        rows.add(
            row(
                ward.id(),
                ward.name(),
                YearMonth.of(2024, 1).plusMonths(month).toString(),
                Long.toString(
                    Math.round(
                        size
                            * GUESTS_SEASON[month % 12]
                            / 100
                            * (1 + month * 0.003)
                            * dice.factor(0.05)))));
      }
    }
    sources.csv("hotel-guests/hotel_guests_2024_2025.csv", "標準地域コード,区名,年月,延べ宿泊者数(人泊)", rows);
  }

  private static void offices(Facts city, Sources sources) throws IOException {
    Dice dice = new Dice("financial-offices");
    List<String> rows = new ArrayList<>();
    for (Place ward : city.wards()) {
      for (int i = 0; i < 6; i++) {
        String[] office = OFFICES[i % 3];
        int branch = i / 3 + 1;
        rows.add(
            row(
                "F" + ward.id() + "-" + (i + 1),
                office[0] + " " + ward.name() + "第" + branch + "店舗（架空）",
                office[1] + " " + ward.kana() + "ダイ" + branch + "テンポ",
                office[2] + ", " + ward.english() + " no. " + branch + " (fictional)",
                office[3],
                ward.id(),
                i % 3 == 2 ? "毎日" : "平日",
                i % 3 == 2 ? "07:00" : "09:00",
                i % 3 == 2 ? "23:00" : "15:00",
                decimal(ward.latitude() + dice.within(-0.002, 0.002), 5),
                decimal(ward.longitude() + dice.within(-0.002, 0.002), 5)));
      }
    }
    sources.csv(
        "financial-offices/financial_offices.csv",
        "NO,名称,名称_カナ,名称_英語,種別,標準地域コード,利用可能曜日,開始時間,終了時間,緯度,経度",
        rows);
  }
}
