package org.machinami.shapes.metadata;

import org.apache.jena.graph.NodeFactory;
import org.machinami.shapes.Descriptions;

/** Shapes with one constraint of each kind and each path: compiled ones, and others. */
final class Kinds {

  private static final String SHAPES =
      """
      <#Declared> a sh:NodeShape ; sh:property [ sh:path dct:title ; sh:minCount 1 ] .
      <#Compiled> a sh:NodeShape ; sh:targetClass dcat:Dataset , dcat:Distribution ;
        sh:nodeKind sh:IRI ; sh:pattern "EXAMPLE" ; sh:flags "i" ;
        sh:property <#Counts> , <#Kind> , <#Lists> , <#Languages> , <#Either> , <#Neither> ,
          <#Qualified> , <#Alternative> , <#Sequence> , <#Off> .
      <#Counts> sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:severity sh:Info .
      <#Kind> sh:path dcat:distribution ; sh:nodeKind sh:BlankNodeOrIRI ;
        sh:hasValue <https://city.example/datasets/d#csv> .
      <#Lists> sh:path dct:accrualPeriodicity ; sh:in ( "x" 12 "12"@en
        <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ) .
      <#Languages> sh:path dct:title ; sh:languageIn ( "ja" "en" ) ; sh:pattern "\\\\S" .
      <#Either> sh:path dct:issued ; sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ]
        [ sh:path dct:title ; sh:minCount 1 ] ) .
      <#Neither> sh:path dct:publisher ; sh:severity sh:Warning ;
        sh:not [ sh:property [ sh:path foaf:name ; sh:maxCount 0 ] ] .
      <#Qualified> sh:path dct:description ; sh:qualifiedValueShape [ sh:languageIn ( "*" ) ] ;
        sh:qualifiedMinCount 2 ; sh:qualifiedMaxCount 2 .
      <#Alternative> sh:path [ sh:alternativePath ( dct:title dct:description foaf:name ) ] ;
        sh:minCount 2 .
      <#Sequence> sh:path ( dct:publisher foaf:name ) ; sh:minCount 1 ; sh:nodeKind sh:Literal .
      <#Off> sh:path dct:title ; sh:maxCount 0 ; sh:deactivated true .
      <#Objects> a sh:NodeShape ; sh:targetObjectsOf dcat:contactPoint ; sh:nodeKind sh:IRI .
      <#Node> a sh:NodeShape ; sh:targetNode <https://city.example/datasets/d> ;
        sh:property [ sh:path dct:title ; sh:maxCount 1 ] .
      <#Subjects> a sh:NodeShape ; sh:targetSubjectsOf dct:publisher ; sh:property <#Counts> .

      <#Around> a sh:NodeShape ; sh:targetClass dcat:Dataset ;
        sh:property <#Counts> , <#Unique> , <#Length> , <#Order> , <#Class> , <#Deep> , <#All> ,
          <#One> , <#Inverse> , <#Disjoint> , <#Plain> , <#Flags> , <#NotNamed> .
      <#Unique> sh:path dct:title ; sh:uniqueLang true .
      <#Length> sh:path dct:title ; sh:maxLength 5 .
      <#Order> sh:path dct:issued ; sh:lessThan dct:modified .
      <#Class> sh:path dct:publisher ; sh:class foaf:Agent .
      <#Deep> sh:path dcat:distribution ; sh:property [ sh:path dct:title ; sh:minCount 1 ] .
      <#All> sh:path dct:title ; sh:and ( [ sh:nodeKind sh:Literal ] [ sh:pattern "a" ] ) .
      <#One> sh:path dcat:keyword ; sh:xone ( [ sh:pattern "a" ] [ sh:pattern "b" ] ) .
      <#Inverse> sh:path [ sh:inversePath dcat:dataset ] ; sh:minCount 1 .
      <#Disjoint> sh:path dct:title ; sh:qualifiedValueShape [ sh:nodeKind sh:Literal ] ;
        sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true .
      <#Plain> sh:path dct:title ; sh:languageIn ( "" "ja" ) .
      <#Flags> sh:path dct:title ; sh:pattern "^ *x" ; sh:flags "mx" .
      <#NotNamed> sh:path dct:publisher ; sh:not [ sh:node <#Named> ] .
      <#Named> a sh:NodeShape ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
      <#Closed> a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:closed true ;
        sh:property [ sh:path dcat:accessURL ] .
      """;

  private Kinds() {}

  static Oracle oracle() {
    return Oracle.of(
        Descriptions.parse(SHAPES), NodeFactory.createURI("https://city.example/#Declared"));
  }
}
