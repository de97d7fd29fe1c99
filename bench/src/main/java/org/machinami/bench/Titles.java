package org.machinami.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.machinami.store.search.Facet;

/** Descriptions such as Tokyo's offices write, put together from parts with a fixed seed. */
final class Titles {
  private static final List<String[]> PLACES =
      names(
          "千代田区/Chiyoda City 中央区/Chuo City 港区/Minato City 新宿区/Shinjuku City 文京区/Bunkyo City"
              + " 台東区/Taito City 墨田区/Sumida City 江東区/Koto City 品川区/Shinagawa City 目黒区/Meguro City"
              + " 大田区/Ota City 世田谷区/Setagaya City 渋谷区/Shibuya City 中野区/Nakano City 杉並区/Suginami City"
              + " 八王子市/Hachioji City 立川市/Tachikawa City 武蔵野市/Musashino City 三鷹市/Mitaka City 青梅市/Ome City"
              + " 府中市/Fuchu City 調布市/Chofu City 町田市/Machida City 日野市/Hino City 多摩市/Tama City");
  private static final List<String[]> SUBJECTS =
      names(
          "公園/parks 図書館/libraries 避難所/evacuation centres 公衆トイレ/public toilets 学校/schools"
              + " 保育園/nurseries 医療機関/medical institutions 駅別乗降人員/station passengers 人口/population"
              + " 交通量/road traffic 騒音測定/noise measurements 大気測定/air measurements 降水量/rainfall"
              + " 水道使用量/water consumption 電力需要/electricity demand 観光施設/tourist facilities"
              + " 文化財/cultural properties 消防水利/fire water sources 防犯灯/street lights"
              + " 都市計画/city planning 予算/budget 選挙結果/election results 介護事業所/care service offices"
              + " 街路樹/street trees 自転車駐車場/bicycle parking");
  private static final List<String[]> KINDS =
      names("一覧/list 統計/statistics 位置/locations 調査結果/survey 推移/trend 台帳/register");
  private static final List<String> SECTORS = List.of("public", "utility", "private");
  private static final List<String> FIELDS =
      List.of("mobility", "wellness", "education", "tourism", "environment-energy", "finance");
  private static final List<String> TYPES =
      List.of("text/csv", "application/geo+json", "application/json");

  private final Random random;

  Titles(long seed) {
    this.random = new Random(seed);
  }

  private static List<String[]> names(String text) {
    return List.of(text.split(" (?=\\p{IsHan})")).stream().map(name -> name.split("/", 2)).toList();
  }

  Graph description(String base, String id) {
    int number = random.nextInt(PLACES.size());
    String[] place = PLACES.get(number);
    String[] subject = any(SUBJECTS);
    String[] kind = any(KINDS);
    int year = 2005 + random.nextInt(20);
    int office = random.nextInt(400);
    String turtle =
        """
        PREFIX city: <https://machinami.org/vocab/city#>
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        <datasets/ID> a dcat:Dataset ; dct:title "PJの SJ KJ（令和REIWA年度）"@ja , "SE of PE: KE (YEAR)"@en ;
          dct:description "PJが管理するSJのKJです。名称、所在地、緯度、経度などを含みます。毎年4月1日現在の値で、YEAR年度に更新しました。"@ja ,
            "KE of SE kept by PE: names, addresses, positions. As of 1 April of each year, updated in YEAR."@en ;
          dcat:keyword "SJ"@ja , "SE"@en , "PJ"@ja ; dct:publisher <publishers/office-OFFICE> ;
          city:sector <https://machinami.org/vocab/sector/SECTOR> ;
          dcat:theme <https://machinami.org/vocab/service-field/FIELD> ;
          city:accessPlan <https://machinami.org/vocab/access-plan/open> ;
          dct:license <https://creativecommons.org/licenses/by/4.0/> ;
          dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
          dct:language <http://publications.europa.eu/resource/authority/language/JPN> ;
          dct:issued "YEAR-04-01"^^xsd:date ; dct:modified "YEAR-10-DAY"^^xsd:date ;
          dct:spatial <id/municipality/MUNICIPALITY> ; dct:temporal <datasets/ID#period> ;
          dcat:distribution <datasets/ID#d> .
        <datasets/ID#period> dcat:startDate "YEAR-04-01"^^xsd:date ; dcat:endDate "YEAR-12-31"^^xsd:date .
        <datasets/ID#d> dcat:mediaType <https://www.iana.org/assignments/media-types/TYPE> .
        <publishers/office-OFFICE> foaf:name "PJ 第OFFICE課"@ja , "PE, division OFFICE"@en .
        """
            .replace("PJの SJ", "PJのSJ")
            .replace("REIWA", Integer.toString(Math.max(1, year - 2018)))
            .replace("YEAR", Integer.toString(year))
            .replace("DAY", Integer.toString(10 + random.nextInt(20)))
            .replace("OFFICE", Integer.toString(office))
            .replace("MUNICIPALITY", Integer.toString(13101 + number))
            .replace("SECTOR", any(SECTORS))
            .replace("FIELD", any(FIELDS))
            .replace("TYPE", any(TYPES))
            .replace("ID", id)
            .replace("PJ", place[0])
            .replace("PE", place[1])
            .replace("SJ", subject[0])
            .replace("SE", subject[1])
            .replace("KJ", kind[0])
            .replace("KE", kind[1]);
    return RDFParser.fromString(turtle, Lang.TURTLE).base(base).toGraph();
  }

  /** What somebody would type: one to four words, Japanese or English, now and then a year. */
  private String words() {
    int language = random.nextInt(2);
    StringBuilder words = new StringBuilder(any(SUBJECTS)[language]);
    if (random.nextInt(3) > 0) {
      words.append(' ').append(any(PLACES)[language]);
    }
    if (random.nextInt(3) == 0) {
      words.append(' ').append(any(KINDS)[language]);
    }
    if (random.nextInt(5) == 0) {
      words.append(' ').append(2005 + random.nextInt(20));
    }
    return words.toString();
  }

  /** A question; every second has a filter or two. */
  Question question() {
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    if (random.nextBoolean()) {
      filters.put(Facet.SECTOR, Set.of("public", any(SECTORS.subList(1, SECTORS.size()))));
    }
    if (random.nextInt(4) == 0) {
      filters.put(Facet.SERVICE_FIELD, Set.of(any(FIELDS)));
    }
    return new Question(words(), filters);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
