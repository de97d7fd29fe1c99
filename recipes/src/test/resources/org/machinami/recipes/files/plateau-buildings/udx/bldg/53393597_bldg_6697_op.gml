<?xml version="1.0" encoding="UTF-8"?>
<!-- One building that does not exist, in the form of i-UR 1.4. -->
<core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:bldg="http://www.opengis.net/citygml/building/2.0" xmlns:gen="http://www.opengis.net/citygml/generics/2.0" xmlns:uro="https://www.geospatial.jp/iur/uro/1.4" xmlns:gml="http://www.opengis.net/gml">
  <gml:boundedBy>
    <gml:Envelope srsName="http://www.opengis.net/def/crs/EPSG/0/6697" srsDimension="3">
      <gml:lowerCorner>35.5 139.6 0</gml:lowerCorner>
      <gml:upperCorner>35.6 139.8 100</gml:upperCorner>
    </gml:Envelope>
  </gml:boundedBy>
  <core:cityObjectMember>
    <bldg:Building gml:id="BLD_6">
      <gen:stringAttribute name="建物ID"><gen:value>13111-bldg-6</gen:value></gen:stringAttribute>
      <bldg:usage codeSpace="../../codelists/Building_usage.xml">411</bldg:usage>
      <bldg:measuredHeight uom="m">7.4</bldg:measuredHeight>
      <bldg:lod0RoofEdge><gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>35.540 139.713 0 35.5401 139.713 0 35.5401 139.7131 0 35.540 139.7131 0 35.540 139.713 0</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface></bldg:lod0RoofEdge>
      <uro:buildingDetails><uro:BuildingDetails><uro:buildingRoofEdgeArea uom="m2">40.25</uro:buildingRoofEdgeArea><uro:buildingStructureType codeSpace="../../codelists/BuildingDetails_buildingStructureType.xml">601</uro:buildingStructureType><uro:prefecture codeSpace="../../codelists/Common_prefecture.xml">13</uro:prefecture><uro:city codeSpace="../../codelists/Common_localPublicAuthorities.xml">13111</uro:city></uro:BuildingDetails></uro:buildingDetails>
    </bldg:Building>
  </core:cityObjectMember>
</core:CityModel>
