<?xml version="1.0" encoding="UTF-8"?>
<!-- Two buildings that do not exist, in the form of i-UR 3.1: several risks, one element each. -->
<core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:bldg="http://www.opengis.net/citygml/building/2.0" xmlns:gen="http://www.opengis.net/citygml/generics/2.0" xmlns:uro="https://www.geospatial.jp/iur/uro/3.1" xmlns:gml="http://www.opengis.net/gml">
  <gml:boundedBy>
    <gml:Envelope srsName="http://www.opengis.net/def/crs/EPSG/0/6697" srsDimension="3">
      <gml:lowerCorner>35.5 139.6 0</gml:lowerCorner>
      <gml:upperCorner>35.6 139.8 100</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
  <core:cityObjectMember>
    <bldg:Building gml:id="bldg_4">
      <bldg:usage codeSpace="../../codelists/Building_usage.xml">402</bldg:usage>
      <bldg:measuredHeight uom="m">24.5</bldg:measuredHeight>
      <bldg:lod0RoofEdge><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35.550 139.710 0 35.5501 139.710 0 35.5501 139.7101 0 35.550 139.7101 0 35.550 139.710 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod0RoofEdge>
      <uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13111-bldg-4</uro:buildingID><uro:prefecture>13</uro:prefecture><uro:city>13111</uro:city></uro:BuildingIDAttribute></uro:buildingIDAttribute>
      <uro:buildingDetailAttribute><uro:BuildingDetailAttribute><uro:buildingRoofEdgeArea uom="m2">98.5</uro:buildingRoofEdgeArea><uro:surveyYear>2022</uro:surveyYear></uro:BuildingDetailAttribute></uro:buildingDetailAttribute>
      <uro:bldgDisasterRiskAttribute><uro:RiverFloodingRiskAttribute><uro:rank>1</uro:rank><uro:depth uom="m">0.244</uro:depth><uro:scale>1</uro:scale></uro:RiverFloodingRiskAttribute></uro:bldgDisasterRiskAttribute>
      <uro:bldgDisasterRiskAttribute><uro:RiverFloodingRiskAttribute><uro:rank>2</uro:rank><uro:depth uom="m">1.3</uro:depth><uro:scale>2</uro:scale></uro:RiverFloodingRiskAttribute></uro:bldgDisasterRiskAttribute>
      <uro:bldgDisasterRiskAttribute><uro:HighTideRiskAttribute><uro:rank>3</uro:rank><uro:depth uom="m">4.5</uro:depth></uro:HighTideRiskAttribute></uro:bldgDisasterRiskAttribute>
    </bldg:Building>
  </core:cityObjectMember>
  <core:cityObjectMember>
    <bldg:Building gml:id="bldg_5">
      <bldg:usage codeSpace="../../codelists/Building_usage.xml">412</bldg:usage>
      <bldg:measuredHeight uom="m">11.1</bldg:measuredHeight>
      <bldg:lod0RoofEdge><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35.551 139.711 0 35.5511 139.711 0 35.5511 139.7111 0 35.551 139.7111 0 35.551 139.711 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod0RoofEdge>
      <uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13111-bldg-5</uro:buildingID><uro:prefecture>13</uro:prefecture><uro:city>13111</uro:city></uro:BuildingIDAttribute></uro:buildingIDAttribute>
      <uro:bldgDisasterRiskAttribute><uro:RiverFloodingRiskAttribute><uro:rank>1</uro:rank><uro:depth uom="m">0.05</uro:depth></uro:RiverFloodingRiskAttribute></uro:bldgDisasterRiskAttribute>
    </bldg:Building>
  </core:cityObjectMember>
</core:CityModel>
