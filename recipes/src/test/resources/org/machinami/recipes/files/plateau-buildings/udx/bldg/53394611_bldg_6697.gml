<?xml version="1.0" encoding="UTF-8"?>
<!-- Three buildings that do not exist, in the form of the product specification of PLATEAU. -->
<core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:bldg="http://www.opengis.net/citygml/building/2.0" xmlns:gen="http://www.opengis.net/citygml/generics/2.0" xmlns:uro="https://www.geospatial.jp/iur/uro/3.0" xmlns:gml="http://www.opengis.net/gml">
  <gml:boundedBy>
    <gml:Envelope srsName="http://www.opengis.net/def/crs/EPSG/0/6697" srsDimension="3">
      <gml:lowerCorner>35.6 139.7 0</gml:lowerCorner>
      <gml:upperCorner>35.7 139.8 100</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
  <core:cityObjectMember>
    <bldg:Building gml:id="bldg_1">
      <bldg:usage codeSpace="../../codelists/Building_usage.xml">401</bldg:usage>
      <bldg:measuredHeight uom="m">60.2</bldg:measuredHeight>
      <bldg:storeysAboveGround>15</bldg:storeysAboveGround>
      <bldg:lod0RoofEdge><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35.68 139.76 0 35.6801 139.76 0 35.6801 139.7601 0 35.68 139.7601 0 35.68 139.76 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod0RoofEdge>
      <uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13101-bldg-1</uro:buildingID><uro:prefecture>13</uro:prefecture><uro:city>13101</uro:city></uro:BuildingIDAttribute></uro:buildingIDAttribute>
      <uro:buildingDetailAttribute><uro:BuildingDetailAttribute><uro:totalFloorArea uom="m2">1500</uro:totalFloorArea><uro:buildingStructureType codeSpace="../../codelists/BuildingDetailAttribute_buildingStructureType.xml">603</uro:buildingStructureType></uro:BuildingDetailAttribute></uro:buildingDetailAttribute>
    </bldg:Building>
  </core:cityObjectMember>
  <core:cityObjectMember>
    <bldg:Building gml:id="bldg_2">
      <bldg:usage codeSpace="../../codelists/Building_usage.xml">411</bldg:usage>
      <bldg:measuredHeight uom="m">9.6</bldg:measuredHeight>
      <bldg:storeysAboveGround>2</bldg:storeysAboveGround>
      <bldg:lod0RoofEdge><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35.681 139.761 0 35.6811 139.761 0 35.6811 139.7611 0 35.681 139.7611 0 35.681 139.761 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod0RoofEdge>
      <uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13101-bldg-2</uro:buildingID><uro:prefecture>13</uro:prefecture><uro:city>13101</uro:city></uro:BuildingIDAttribute></uro:buildingIDAttribute>
      <uro:buildingDetailAttribute><uro:BuildingDetailAttribute><uro:totalFloorArea uom="m2">200</uro:totalFloorArea><uro:buildingStructureType codeSpace="../../codelists/BuildingDetailAttribute_buildingStructureType.xml">601</uro:buildingStructureType></uro:BuildingDetailAttribute></uro:buildingDetailAttribute>
    </bldg:Building>
  </core:cityObjectMember>
  <core:cityObjectMember>
    <bldg:Building gml:id="bldg_3">
      <bldg:usage codeSpace="../../codelists/Building_usage.xml">461</bldg:usage>
      <bldg:measuredHeight uom="m">-9999</bldg:measuredHeight>
      <bldg:storeysAboveGround>9999</bldg:storeysAboveGround>
      <bldg:lod0RoofEdge><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35.682 139.762 0 35.6821 139.762 0 35.6821 139.7621 0 35.682 139.7621 0 35.682 139.762 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod0RoofEdge>
      <uro:buildingIDAttribute><uro:BuildingIDAttribute><uro:buildingID>13101-bldg-3</uro:buildingID><uro:prefecture>13</uro:prefecture><uro:city>13101</uro:city></uro:BuildingIDAttribute></uro:buildingIDAttribute>
      <uro:buildingDetailAttribute><uro:BuildingDetailAttribute><uro:totalFloorArea uom="m2">999900</uro:totalFloorArea><uro:buildingStructureType codeSpace="../../codelists/BuildingDetailAttribute_buildingStructureType.xml">611</uro:buildingStructureType></uro:BuildingDetailAttribute></uro:buildingDetailAttribute>
    </bldg:Building>
  </core:cityObjectMember>
</core:CityModel>
