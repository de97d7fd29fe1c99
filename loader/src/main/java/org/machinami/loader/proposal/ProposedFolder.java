package org.machinami.loader.proposal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.ontology.Iris;

/** Writes a dataset folder to go on from: the mapping, and of the description what is known. */
public final class ProposedFolder {

  /** Name of the mapping in the folder. */
  public static final String MAPPING = "mapping.rml.ttl";

  private ProposedFolder() {}

  /**
   * Makes the folder.
   *
   * @param folder must not be there; its name becomes the id of the dataset
   * @throws LoadException when it is there, or cannot be made
   */
  public static void write(Proposal proposal, Path folder) {
    try {
      Path above = folder.toAbsolutePath().getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      Files.createDirectory(folder);
      Files.writeString(folder.resolve(MAPPING), proposal.toRml());
      Files.writeString(folder.resolve("dataset.ttl"), description(proposal, id(folder)));
    } catch (FileAlreadyExistsException e) {
      throw new LoadException(Fault.FOLDER, e, "propose.exists", folder);
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "propose.not-written", folder, e.toString());
    }
  }

  /** From the name of the folder: small letters, digits and hyphens. */
  static String id(Path folder) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String plain =
        Normalizer.normalize(name == null ? "" : name.toString(), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "dataset" : plain;
  }

  /** What a file tells: a title by its name, its format, and where the file will be had. */
  static String description(Proposal proposal, String id) {
    FileProfile source = proposal.source();
    String title =
        source.file().replaceFirst("(\\.[A-Za-z0-9]{1,8}){1,2}$", "").replace('_', ' ').strip();
    boolean japanese = title.chars().anyMatch(c -> c >= 0x3040 && c <= 0x9FFF);
    String dataset = "<datasets/" + id + ">";
    String distribution = "<datasets/" + id + "#file>";
    String name = "\"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    return "# "
        + title.replaceAll("\\p{Cc}", " ")
        + "\n\n"
        + "PREFIX dcat: <http://www.w3.org/ns/dcat#>\n"
        + "PREFIX dct: <http://purl.org/dc/terms/>\n\n"
        + dataset
        + " a dcat:Dataset ;\n  dct:title "
        + name
        + (japanese ? "@ja" : "@en")
        + " ;\n  dct:identifier \""
        + id
        + "\" ;\n  dcat:distribution "
        + distribution
        + " .\n\n"
        + distribution
        + " a dcat:Distribution ;\n  dcat:mediaType <https://www.iana.org/assignments/media-types/"
        + media(source.formulation())
        + "> ;\n  dct:format <http://publications.europa.eu/resource/authority/file-type/"
        + type(source.formulation())
        + "> ;\n  dcat:accessURL "
        + dataset
        + " ;\n  dcat:downloadURL <datasets/"
        + id
        + "/files/"
        + Iris.encode(source.file())
        + "> .\n";
  }

  private static String media(Formulation formulation) {
    return switch (formulation) {
      case CSV -> "text/csv";
      case JSON -> "application/json";
      case GEOJSON -> "application/geo+json";
      case GEOJSON_LINES -> "application/geo+json-seq";
      case SHAPEFILE -> "application/vnd.shp";
      case CITYGML -> "application/gml+xml";
      case GTFS -> "application/zip";
      case PARQUET -> "application/vnd.apache.parquet";
      case EXCEL -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    };
  }

  private static String type(Formulation formulation) {
    return switch (formulation) {
      case EXCEL -> "XLSX";
      case GEOJSON_LINES -> "GEOJSON";
      case SHAPEFILE -> "SHP";
      case CITYGML -> "GML";
      case GTFS -> "ZIP";
      case CSV, JSON, GEOJSON, PARQUET -> formulation.name();
    };
  }
}
