package org.machinami.ontology;

import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;

/**
 * The terms of the city ontology, spelled as in RDF; {@code CityTest} holds them against the
 * Turtle.
 *
 * @see <a href="https://machinami.org/vocab/city">the ontology</a>
 */
public final class City {

  /** The ontology itself. */
  public static final String ONTOLOGY = "https://machinami.org/vocab/city";

  /** Namespace of the terms. */
  public static final String NS = ONTOLOGY + "#";

  // place.ttl
  public static final Resource AdministrativeArea = type("AdministrativeArea");
  public static final Resource Prefecture = type("Prefecture");
  public static final Resource Municipality = type("Municipality");
  public static final Resource District = type("District");
  public static final Resource MeshCell = type("MeshCell");
  public static final Resource Building = type("Building");
  public static final Property municipality = property("municipality");
  public static final Property prefecture = property("prefecture");
  public static final Property district = property("district");
  public static final Property prefectureCode = property("prefectureCode");
  public static final Property municipalityCode = property("municipalityCode");
  public static final Property localGovernmentCode = property("localGovernmentCode");
  public static final Property municipalityKind = property("municipalityKind");
  public static final Property districtCode = property("districtCode");
  public static final Property districtPlan = property("districtPlan");
  public static final Property meshCode = property("meshCode");
  public static final Property meshSize = property("meshSize");
  public static final Property height = property("height");
  public static final Property elevation = property("elevation");
  public static final Property area = property("area");
  public static final Property storeysAboveGround = property("storeysAboveGround");
  public static final Property storeysBelowGround = property("storeysBelowGround");
  public static final Property footprintArea = property("footprintArea");
  public static final Property buildingUse = property("buildingUse");
  public static final Property addressDetail = property("addressDetail");

  // facility.ttl
  public static final Resource Facility = type("Facility");
  public static final Resource AutomatedExternalDefibrillator =
      type("AutomatedExternalDefibrillator");
  public static final Resource CareServiceOffice = type("CareServiceOffice");
  public static final Resource WelfareFacility = type("WelfareFacility");
  public static final Resource MedicalInstitution = type("MedicalInstitution");
  public static final Resource Hospital = type("Hospital");
  public static final Resource Pharmacy = type("Pharmacy");
  public static final Resource CulturalProperty = type("CulturalProperty");
  public static final Resource TouristFacility = type("TouristFacility");
  public static final Resource Museum = type("Museum");
  public static final Resource Event = type("Event");
  public static final Resource WirelessAccessPoint = type("WirelessAccessPoint");
  public static final Resource PublicToilet = type("PublicToilet");
  public static final Resource FireWaterSource = type("FireWaterSource");
  public static final Resource EmergencyEvacuationSite = type("EmergencyEvacuationSite");
  public static final Resource EvacuationCentre = type("EvacuationCentre");
  public static final Resource DisasterStockpile = type("DisasterStockpile");
  public static final Resource PublicFacility = type("PublicFacility");
  public static final Resource ChildCareFacility = type("ChildCareFacility");
  public static final Resource Library = type("Library");
  public static final Resource Park = type("Park");
  public static final Resource School = type("School");
  public static final Resource GovernmentOffice = type("GovernmentOffice");
  public static final Resource SportsFacility = type("SportsFacility");
  public static final Resource BarrierFreeEquipment = type("BarrierFreeEquipment");
  public static final Resource ChargingStation = type("ChargingStation");
  public static final Resource BicycleSharePort = type("BicycleSharePort");
  public static final Resource ParkingFacility = type("ParkingFacility");
  public static final Resource CashlessStore = type("CashlessStore");
  public static final Resource FinancialOffice = type("FinancialOffice");
  public static final Resource SupportProgramme = type("SupportProgramme");
  public static final Resource BudgetEntry = type("BudgetEntry");
  public static final Property operator = property("operator");
  public static final Property operatorName = property("operatorName");
  public static final Property corporateNumber = property("corporateNumber");
  public static final Property poiCode = property("poiCode");
  public static final Property facilityKind = property("facilityKind");
  public static final Property telephoneExtension = property("telephoneExtension");
  public static final Property availableDays = property("availableDays");
  public static final Property availabilityNote = property("availabilityNote");
  public static final Property accessNote = property("accessNote");
  public static final Property parkingNote = property("parkingNote");
  public static final Property barrierFreeNote = property("barrierFreeNote");
  public static final Property feeNote = property("feeNote");
  public static final Property capacity = property("capacity");
  public static final Property openedOn = property("openedOn");
  public static final Property openedYear = property("openedYear");
  public static final Property installationPlace = property("installationPlace");
  public static final Property hasPaediatricPads = property("hasPaediatricPads");
  public static final Property officeNumber = property("officeNumber");
  public static final Property providedService = property("providedService");
  public static final Property medicalInstitutionCode = property("medicalInstitutionCode");
  public static final Property medicalDepartment = property("medicalDepartment");
  public static final Property bedCount = property("bedCount");
  public static final Property outOfHoursCare = property("outOfHoursCare");
  public static final Property culturalPropertyClass = property("culturalPropertyClass");
  public static final Property culturalPropertyKind = property("culturalPropertyKind");
  public static final Property owner = property("owner");
  public static final Property itemCount = property("itemCount");
  public static final Property ssid = property("ssid");
  public static final Property coverage = property("coverage");
  public static final Property maleToiletCount = property("maleToiletCount");
  public static final Property femaleToiletCount = property("femaleToiletCount");
  public static final Property unisexToiletCount = property("unisexToiletCount");
  public static final Property accessibleToiletCount = property("accessibleToiletCount");
  public static final Property wheelchairAccessible = property("wheelchairAccessible");
  public static final Property hasBabyEquipment = property("hasBabyEquipment");
  public static final Property hasOstomateEquipment = property("hasOstomateEquipment");
  public static final Property waterSourceKind = property("waterSourceKind");
  public static final Property pipeDiameter = property("pipeDiameter");
  public static final Property hazard = property("hazard");
  public static final Property sharesSiteWithEvacuationCentre =
      property("sharesSiteWithEvacuationCentre");
  public static final Property acceptedPeople = property("acceptedPeople");
  public static final Property targetCommunity = property("targetCommunity");
  public static final Property stockpileItem = property("stockpileItem");
  public static final Property acceptedAges = property("acceptedAges");
  public static final Property hasTemporaryCare = property("hasTemporaryCare");
  public static final Property schoolKind = property("schoolKind");
  public static final Property holdingCount = property("holdingCount");
  public static final Property equipmentKind = property("equipmentKind");
  public static final Property atFacility = property("atFacility");
  public static final Property dockCount = property("dockCount");
  public static final Property chargingPower = property("chargingPower");
  public static final Property paymentMethod = property("paymentMethod");
  public static final Property eligibleFor = property("eligibleFor");
  public static final Property upperLimit = property("upperLimit");
  public static final Property amount = property("amount");
  public static final Property fiscalYear = property("fiscalYear");
  public static final Property budgetCategory = property("budgetCategory");

  // transport.ttl
  public static final Resource TransportOperator = type("TransportOperator");
  public static final Resource RailwayLine = type("RailwayLine");
  public static final Resource Station = type("Station");
  public static final Resource StationGroup = type("StationGroup");
  public static final Resource Stop = type("Stop");
  public static final Resource BusRoute = type("BusRoute");
  public static final Resource RoadSegment = type("RoadSegment");
  public static final Property line = property("line");
  public static final Property route = property("route");
  public static final Property lineName = property("lineName");
  public static final Property stationGroup = property("stationGroup");
  public static final Property stationNumber = property("stationNumber");
  public static final Property stationCode = property("stationCode");
  public static final Property stationOrder = property("stationOrder");
  public static final Property stopCode = property("stopCode");
  public static final Property lineCode = property("lineCode");
  public static final Property lineColour = property("lineColour");
  public static final Property carComposition = property("carComposition");
  public static final Property roadName = property("roadName");
  public static final Property laneCount = property("laneCount");
  public static final Property speedLimit = property("speedLimit");

  // timetable.ttl
  public static final Resource TransitRoute = type("TransitRoute");
  public static final Resource Trip = type("Trip");
  public static final Resource StopTime = type("StopTime");
  public static final Resource ServiceCalendar = type("ServiceCalendar");
  public static final Resource FareClass = type("FareClass");
  public static final Resource FareRule = type("FareRule");
  public static final Resource TransitShape = type("TransitShape");
  public static final Resource TransitOffice = type("TransitOffice");
  public static final Resource TransitFeed = type("TransitFeed");
  public static final Resource Headway = type("Headway");
  public static final Resource TransferRule = type("TransferRule");
  public static final Property officialName = property("officialName");
  public static final Property timeZone = property("timeZone");
  public static final Property parentStop = property("parentStop");
  public static final Property platformCode = property("platformCode");
  public static final Property fareZone = property("fareZone");
  public static final Property stopKind = property("stopKind");
  public static final Property boardableWithWheelchair = property("boardableWithWheelchair");
  public static final Property transportMode = property("transportMode");
  public static final Property routeColour = property("routeColour");
  public static final Property routeTextColour = property("routeTextColour");
  public static final Property parentRoute = property("parentRoute");
  public static final Property routeUpdatedOn = property("routeUpdatedOn");
  public static final Property originName = property("originName");
  public static final Property viaName = property("viaName");
  public static final Property destinationName = property("destinationName");
  public static final Property tripRoute = property("tripRoute");
  public static final Property serviceCalendar = property("serviceCalendar");
  public static final Property headsign = property("headsign");
  public static final Property direction = property("direction");
  public static final Property block = property("block");
  public static final Property tripShape = property("tripShape");
  public static final Property operatingOffice = property("operatingOffice");
  public static final Property tripNote = property("tripNote");
  public static final Property tripSymbol = property("tripSymbol");
  public static final Property bicyclesAllowed = property("bicyclesAllowed");
  public static final Property trip = property("trip");
  public static final Property stop = property("stop");
  public static final Property stopSequence = property("stopSequence");
  public static final Property arrivalTime = property("arrivalTime");
  public static final Property departureTime = property("departureTime");
  public static final Property boardingNote = property("boardingNote");
  public static final Property alightingNote = property("alightingNote");
  public static final Property distanceTravelled = property("distanceTravelled");
  public static final Property exactTime = property("exactTime");
  public static final Property serviceDate = property("serviceDate");
  public static final Property serviceAddedOn = property("serviceAddedOn");
  public static final Property serviceRemovedOn = property("serviceRemovedOn");
  public static final Property paymentTime = property("paymentTime");
  public static final Property transferLimit = property("transferLimit");
  public static final Property transferDuration = property("transferDuration");
  public static final Property fare = property("fare");
  public static final Property fareRoute = property("fareRoute");
  public static final Property originZone = property("originZone");
  public static final Property destinationZone = property("destinationZone");
  public static final Property viaZone = property("viaZone");
  public static final Property firstDeparture = property("firstDeparture");
  public static final Property lastDeparture = property("lastDeparture");
  public static final Property headwaySeconds = property("headwaySeconds");
  public static final Property fromStop = property("fromStop");
  public static final Property toStop = property("toStop");
  public static final Property transferKind = property("transferKind");
  public static final Property minimumTransferTime = property("minimumTransferTime");

  // model.ttl
  public static final Resource UtilityNetworkElement = type("UtilityNetworkElement");
  public static final Resource UtilityPipe = type("UtilityPipe");
  public static final Resource UtilityCable = type("UtilityCable");
  public static final Resource UtilityDuct = type("UtilityDuct");
  public static final Resource Manhole = type("Manhole");
  public static final Resource Handhole = type("Handhole");
  public static final Resource UtilityAppurtenance = type("UtilityAppurtenance");
  public static final Resource ZoningDistrict = type("ZoningDistrict");
  public static final Property utilityKind = property("utilityKind");
  public static final Property innerDiameter = property("innerDiameter");
  public static final Property outerDiameter = property("outerDiameter");
  public static final Property depth = property("depth");
  public static final Property minimumDepth = property("minimumDepth");
  public static final Property maximumDepth = property("maximumDepth");
  public static final Property installedYear = property("installedYear");
  public static final Property modelCode = property("modelCode");
  public static final Property zoneKind = property("zoneKind");
  public static final Property floorAreaRatio = property("floorAreaRatio");
  public static final Property buildingCoverageRatio = property("buildingCoverageRatio");
  public static final Property maximumBuildingHeight = property("maximumBuildingHeight");
  public static final Property minimumBuildingHeight = property("minimumBuildingHeight");
  public static final Property decidedBy = property("decidedBy");
  public static final Property noticeNumber = property("noticeNumber");
  public static final Property floodDepth = property("floodDepth");
  public static final Property structureKind = property("structureKind");
  public static final Property totalFloorArea = property("totalFloorArea");
  public static final Property builtYear = property("builtYear");
  public static final Property buildingId = property("buildingId");

  // observation.ttl
  public static final Resource CityObservation = type("CityObservation");
  public static final Resource PeopleFlowObservation = type("PeopleFlowObservation");
  public static final Resource OccupancyObservation = type("OccupancyObservation");
  public static final Resource TrafficObservation = type("TrafficObservation");
  public static final Resource TripEndObservation = type("TripEndObservation");
  public static final Resource EnergyObservation = type("EnergyObservation");
  public static final Resource SunlightObservation = type("SunlightObservation");
  public static final Resource PopulationObservation = type("PopulationObservation");
  public static final Resource WeatherObservation = type("WeatherObservation");
  public static final Resource EnvironmentObservation = type("EnvironmentObservation");
  public static final Resource WaterSupplyObservation = type("WaterSupplyObservation");
  public static final Resource PaymentObservation = type("PaymentObservation");
  public static final Resource TourismObservation = type("TourismObservation");
  public static final Resource IndicatorObservation = type("IndicatorObservation");
  public static final Resource ElectricitySupplyArea = type("ElectricitySupplyArea");
  public static final Property observedAt = property("observedAt");
  public static final Property observedOn = property("observedOn");
  public static final Property observedMonth = property("observedMonth");
  public static final Property observedYear = property("observedYear");
  public static final Property observedFor = property("observedFor");
  public static final Property dayType = property("dayType");
  public static final Property timeOfDay = property("timeOfDay");
  public static final Property population = property("population");
  public static final Property malePopulation = property("malePopulation");
  public static final Property femalePopulation = property("femalePopulation");
  public static final Property householdCount = property("householdCount");
  public static final Property sex = property("sex");
  public static final Property ageGroup = property("ageGroup");
  public static final Property tripEnds = property("tripEnds");
  public static final Property stayPopulation = property("stayPopulation");
  public static final Property vehicleCount = property("vehicleCount");
  public static final Property averageSpeed = property("averageSpeed");
  public static final Property congestionRate = property("congestionRate");
  public static final Property congestionLevel = property("congestionLevel");
  public static final Property electricityDemand = property("electricityDemand");
  public static final Property electricityDemandForecast = property("electricityDemandForecast");
  public static final Property electricitySupply = property("electricitySupply");
  public static final Property electricityUsageRate = property("electricityUsageRate");
  public static final Property sunlightHours = property("sunlightHours");
  public static final Property solarAltitude = property("solarAltitude");
  public static final Property temperature = property("temperature");
  public static final Property apparentTemperature = property("apparentTemperature");
  public static final Property humidity = property("humidity");
  public static final Property forecast = property("forecast");

  // catalogue.ttl
  public static final Property sector = property("sector");
  public static final Property accessPlan = property("accessPlan");
  public static final Property userCategory = property("userCategory");
  public static final Property personalDataStage = property("personalDataStage");
  public static final Property synthetic = property("synthetic");
  public static final Property frequencyKept = property("frequencyKept");
  public static final Property nextExpected = property("nextExpected");
  public static final Resource Verdict = type("Verdict");
  public static final Property outcome = property("outcome");
  public static final Property verdictOn = property("verdictOn");
  public static final Property violationCount = property("violationCount");
  public static final Property warningCount = property("warningCount");
  public static final Property warnedBy = property("warnedBy");
  public static final Property faultyProperty = property("faultyProperty");
  public static final Property faultyValue = property("faultyValue");
  public static final Property sourceFile = property("sourceFile");
  public static final Property sourceRow = property("sourceRow");
  public static final Property sourceColumn = property("sourceColumn");
  public static final Property otherFile = property("otherFile");
  public static final Property otherRow = property("otherRow");
  public static final Property focusLabel = property("focusLabel");
  public static final Property toBeAnswered = property("toBeAnswered");

  // policy.ttl
  public static final Property enforcedBy = property("enforcedBy");
  public static final Property measuredBy = property("measuredBy");
  public static final Property rationale = property("rationale");
  public static final Property policy = property("policy");
  public static final Property clause = property("clause");
  public static final Resource ContentRule = type("ContentRule");
  public static final Resource RuleSetting = type("RuleSetting");
  public static final Property setting = property("setting");
  public static final Property ofRule = property("ofRule");
  public static final Property alarmShare = property("alarmShare");
  public static final Property alarmCount = property("alarmCount");
  public static final Property appliesTo = property("appliesTo");
  public static final Property smallestCell = property("smallestCell");
  public static final Property finestMesh = property("finestMesh");
  public static final Property finestInterval = property("finestInterval");
  public static final Property repair = property("repair");
  public static final Property repairKind = property("repairKind");
  public static final Property repairUpdate = property("repairUpdate");
  public static final Property repairCell = property("repairCell");
  public static final Property cellBefore = property("cellBefore");
  public static final Property cellAfter = property("cellAfter");
  public static final Property expected = property("expected");
  public static final Property sourceLine = property("sourceLine");

  // link.ttl
  public static final Resource Link = type("Link");
  public static final Property linkFrom = property("linkFrom");
  public static final Property linkTo = property("linkTo");
  public static final Property linkMethod = property("linkMethod");
  public static final Property linkConfidence = property("linkConfidence");
  public static final Property linkDistance = property("linkDistance");

  private City() {}

  private static Resource type(String name) {
    return ResourceFactory.createResource(NS + name);
  }

  private static Property property(String name) {
    return ResourceFactory.createProperty(NS, name);
  }
}
