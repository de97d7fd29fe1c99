package org.machinami.loader.linking;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Resource;
import org.machinami.ontology.City;

/**
 * Facilities are the same by their names, addresses and places together; the number of the body
 * that runs them helps. Names of facilities say little beyond their municipality: every ward has a
 * 第一小学校.
 */
final class FacilityRule implements LinkRule {
  /** Side of the cells in which neighbours are looked for, in degrees: some 200 m. */
  private static final double CELL = 0.002;

  /** Two points for one site: gate and middle of a school ground. */
  private static final double SITE = 150;

  /** Geocoders differ by this much. */
  private static final double NEAR = 500;

  private static final double FARTHEST = 2_000;

  /** A corporate number is one for all sites of a body: the site must be the same, too. */
  private static final double BY_CODE = 0.95;

  /** What stands at a place, or in it, and is not the place, whatever its name begins with. */
  private static final Set<String> EQUIPMENT =
      Stream.of(
              City.AutomatedExternalDefibrillator,
              City.BarrierFreeEquipment,
              City.BicycleSharePort,
              City.ChargingStation,
              City.DisasterStockpile,
              City.FireWaterSource,
              City.ParkingFacility,
              City.PublicToilet,
              City.WirelessAccessPoint)
          .map(Resource::getURI)
          .collect(Collectors.toUnmodifiableSet());

  // A thing is compared with many: its texts are made uniform once.
  private final Map<String, Set<String>> names = new HashMap<>();
  private final Map<String, Set<String>> addresses = new HashMap<>();

  @Override
  public Set<String> blocks(LinkableThing thing) {
    Set<String> blocks = new HashSet<>();
    names(thing).forEach(name -> blocks.add(thing.municipality() + " " + name));
    addresses(thing).forEach(address -> blocks.add(thing.municipality() + " " + address));
    thing
        .point()
        .ifPresent(
            point -> {
              long x = Math.round(point.longitude() / CELL);
              long y = Math.round(point.latitude() / CELL);
              for (int dx = 0; dx <= 1; dx++) {
                for (int dy = 0; dy <= 1; dy++) {
                  blocks.add("cell " + (x + dx) + " " + (y + dy));
                }
              }
            });
    return blocks;
  }

  private Set<String> names(LinkableThing thing) {
    return names.computeIfAbsent(
        thing.iri(),
        iri -> thing.names().stream().map(FacilityName::of).collect(Collectors.toSet()));
  }

  private Set<String> addresses(LinkableThing thing) {
    return addresses.computeIfAbsent(
        thing.iri(),
        iri ->
            thing.addresses().stream()
                .map(Address::of)
                .flatMap(Optional::stream)
                .map(Address::key)
                .collect(Collectors.toSet()));
  }

  @Override
  public Optional<Likeness> compare(LinkableThing one, LinkableThing other) {
    if (!one.municipality().isEmpty()
        && !other.municipality().isEmpty()
        && !one.municipality().equals(other.municipality())) {
      return Optional.empty();
    }
    boolean sameClass = one.sharesClassWith(other);
    if (!sameClass && (isEquipment(one) || isEquipment(other))) {
      return Optional.empty();
    }
    Optional<Double> metres = one.metresTo(other);
    boolean sameAddress = !Collections.disjoint(addresses(one), addresses(other));
    boolean onSite = metres.filter(distance -> distance <= SITE).isPresent();
    boolean far = metres.filter(distance -> distance > FARTHEST).isPresent();
    double alike = alike(names(one), names(other));
    if (alike == 1 && (sameAddress || !far)) {
      boolean near = metres.filter(distance -> distance <= NEAR).isPresent();
      return Optional.of(sameName(sameAddress, onSite, near, metres.isPresent()));
    }
    if (far) {
      return Optional.empty();
    }
    if (!Collections.disjoint(one.codes(), other.codes()) && (sameAddress || onSite)) {
      return Optional.of(Likeness.of(BY_CODE, LinkMethod.CODE));
    }
    return Optional.ofNullable(likeName(alike, sameAddress, onSite, sameClass));
  }

  private static boolean isEquipment(LinkableThing thing) {
    return !Collections.disjoint(thing.types(), EQUIPMENT);
  }

  private static Likeness sameName(
      boolean sameAddress, boolean onSite, boolean near, boolean placed) {
    if (onSite || (sameAddress && near)) {
      return Likeness.of(0.99, sameAddress ? LinkMethod.NAME_ADDRESS : LinkMethod.NAME_PLACE);
    }
    if (sameAddress) {
      return Likeness.of(0.95, LinkMethod.NAME_ADDRESS);
    }
    if (near) {
      return Likeness.of(0.95, LinkMethod.NAME_PLACE);
    }
    return new Likeness(placed ? 0.6 : 0.7, placed ? 0.8 : 0.9, LinkMethod.NAME);
  }

  private static Likeness likeName(
      double alike, boolean sameAddress, boolean onSite, boolean sameClass) {
    if (sameAddress && alike >= 0.5) {
      return new Likeness(0.85, onSite ? 0.93 : 0.88, LinkMethod.NAME_ADDRESS);
    }
    if (onSite && alike >= 0.65) {
      return new Likeness(0.75, 0.9, LinkMethod.NAME_PLACE);
    }
    // 墨田区役所 and the bank 墨田区第1店舗 behind it: in two classes, half a name is no reason to ask.
    boolean askable = sameClass && ((sameAddress && alike > 0) || (onSite && alike >= 0.5));
    return askable
        ? Likeness.of(0.5, sameAddress ? LinkMethod.NAME_ADDRESS : LinkMethod.NAME_PLACE)
        : null;
  }

  /** Names of which one is the whole beginning or end of the other are nearly the same. */
  private static double alike(Set<String> ones, Set<String> others) {
    double best = 0;
    for (String one : ones) {
      for (String other : others) {
        boolean part = contains(one, other) || contains(other, one);
        best = Math.max(best, Math.max(Spelling.alike(one, other), part ? 0.7 : 0));
      }
    }
    return best;
  }

  private static boolean contains(String whole, String part) {
    return part.length() >= 3
        && whole.length() > part.length()
        && (whole.startsWith(part) || whole.endsWith(part));
  }
}
