package org.machinami.shapes.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;
import org.machinami.shapes.contract.ValueRule.Judgement;

class ContractsTest {
  private static final Pattern REFERENCE = Pattern.compile("\\{([^}]+)}");

  @Test
  void all_areTheStandardDatasets_withTheirMandatoryColumns() {
    assertEquals(
        List.of(
            "AED設置箇所一覧 22 4",
            "介護サービス事業所一覧 22 5",
            "医療機関一覧 26 10",
            "文化財一覧 34 3",
            "観光施設一覧 30 4",
            "イベント一覧 32 9",
            "公衆無線LANアクセスポイント一覧 18 3",
            "公衆トイレ一覧 32 8",
            "消防水利施設一覧 11 1",
            "指定緊急避難場所一覧 26 15",
            "地域・年齢別人口 47 41",
            "公共施設一覧 24 3",
            "子育て施設一覧 28 3",
            "オープンデータ一覧 15 4"),
        Contracts.all().stream()
            .map(
                contract ->
                    contract.title().ja()
                        + " "
                        + contract.columns().size()
                        + " "
                        + contract.columns().stream().filter(ContractColumn::required).count())
            .toList());
  }

  @Test
  void columns_haveNamesMeaningsAndTermsThatExist() {
    List<String> wrong = new ArrayList<>();
    for (Contract contract : Contracts.all()) {
      Set<String> names = new HashSet<>();
      Set<String> headers = new HashSet<>();
      for (ContractColumn column : contract.columns()) {
        String at = contract.title().ja() + " " + column.header();
        boolean said =
            !column.title().en().isEmpty()
                && !column.meaning().ja().isEmpty()
                && !column.meaning().en().isEmpty();
        if (!said || !names.add(column.name()) || !headers.add(column.header())) {
          wrong.add(at);
        }
        column
            .mapping()
            .property()
            .filter(iri -> !exists(iri))
            .ifPresent(iri -> wrong.add(at + iri));
        assertFalse(ContractRules.expected(column.values()).ja().isEmpty(), at);
      }
      Matcher matcher = REFERENCE.matcher(contract.aboutUrl().orElseThrow());
      while (matcher.find()) {
        if (!names.contains(matcher.group(1))) {
          wrong.add(contract.title().ja() + " has no column " + matcher.group(1));
        }
      }
      contract
          .rowClass()
          .filter(iri -> iri.startsWith(City.NS) && !isClass(iri))
          .ifPresent(wrong::add);
    }
    assertEquals(List.of(), wrong);
  }

  private static boolean exists(String iri) {
    return !iri.startsWith(City.NS) || is(iri, RDF.Property.asNode());
  }

  private static boolean isClass(String iri) {
    return is(iri, OWL2.Class.asNode());
  }

  private static boolean is(String iri, Node kind) {
    return Vocabularies.find("city")
        .orElseThrow()
        .read()
        .contains(NodeFactory.createURI(iri), RDF.type.asNode(), kind);
  }

  @Test
  void recognise_isByTheColumnsThatOnlyOneHas() {
    assertEquals(
        Optional.of("公衆トイレ一覧"), recognised("NO", "名称", "住所", "緯度", "経度", "男性トイレ総数", "女性トイレ総数"));
    assertEquals(Optional.empty(), recognised("NO", "名称", "住所", "緯度", "経度", "電話番号"));
    assertEquals(Optional.empty(), recognised("a", "b", "c", "d", "e", "男性トイレ総数"));
  }

  private static Optional<String> recognised(String... header) {
    return Contracts.recognise(List.of(header)).map(contract -> contract.title().ja());
  }

  @Test
  void column_isFoundWhateverItsWidth_andAnotherSpellingIsNotIt() {
    Contract tourist =
        Contracts.find("https://machinami.org/vocab/contract/tourist-facility").get();
    assertEquals("料金(基本)", tourist.column("料金（基本） ").orElseThrow().header());
    assertTrue(tourist.column("所在地").isEmpty());
    assertEquals("住所", tourist.respelled("所在地").orElseThrow().header());
  }

  @Test
  void judge_tellsListedValuesFromDatatypes() {
    Contract toilets = Contracts.find("https://machinami.org/vocab/contract/public-toilet").get();
    ValueRule accessible = toilets.column("車椅子使用者用トイレ有無").orElseThrow().values();
    assertEquals(Judgement.FITS, accessible.judge("有"));
    assertEquals(Judgement.NOT_LISTED, accessible.judge("あり"));
    ValueRule count = toilets.column("男性トイレ総数").orElseThrow().values();
    assertEquals(Judgement.FITS, count.judge("12"));
    assertEquals(Judgement.NOT_OF_DATATYPE, count.judge("12基"));
    assertEquals(Judgement.NOT_OF_DATATYPE, count.judge("-1"));
    ValueRule latitude = toilets.column("緯度").orElseThrow().values();
    assertEquals(Judgement.FITS, latitude.judge("35.68"));
    assertEquals(Judgement.NOT_OF_DATATYPE, latitude.judge("139.76"));
    assertEquals("-90 から 90 までの数", ContractRules.expected(latitude).in(Locale.JAPANESE));
  }

  @Test
  void judge_readsDatesTimesAndAddresses() {
    String xsd = "http://www.w3.org/2001/XMLSchema#";
    assertEquals(Judgement.FITS, ValueRule.of(xsd + "date").judge("2024-02-29"));
    assertEquals(Judgement.NOT_OF_DATATYPE, ValueRule.of(xsd + "date").judge("2023-02-29"));
    assertEquals(Judgement.NOT_OF_DATATYPE, ValueRule.of(xsd + "date").judge("令和6年2月29日"));
    assertEquals(Judgement.FITS, ValueRule.of(xsd + "time").judge("9:30"));
    assertEquals(Judgement.NOT_OF_DATATYPE, ValueRule.of(xsd + "time").judge("25:00"));
    assertEquals(Judgement.FITS, ValueRule.of(xsd + "anyURI").judge("https://例.jp/a?b=1"));
    assertEquals(Judgement.NOT_OF_DATATYPE, ValueRule.of(xsd + "anyURI").judge("javascript:a"));
  }

  @Test
  void judge_looksAtEachOfSeveralValues() {
    Contract medical =
        Contracts.find("https://machinami.org/vocab/contract/medical-institution").get();
    assertEquals(Judgement.FITS, medical.column("診療科目").orElseThrow().values().judge("内科;外科"));
  }

  @Test
  void mandatoryColumn_whoseCellsMayBeEmpty_needsNoValue() {
    Contract sites = Contracts.find("https://machinami.org/vocab/contract/evacuation-site").get();
    ContractColumn flood = sites.column("災害種別_洪水").orElseThrow();
    assertTrue(flood.required());
    assertFalse(flood.needsValue());
  }
}
