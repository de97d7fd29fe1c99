package org.machinami.web.dataset;

import java.util.List;

/**
 * A few lines of a program that fetch the data.
 *
 * @param tool what they are written for, the same in every language
 * @param code safe to paste: all that stands in it is the address, which has no quotes
 */
public record Snippet(String tool, String code) {
  /**
   * For a table of a dataset.
   *
   * @param csv its address as CSV
   * @param parquet its address as Parquet
   */
  public static List<Snippet> of(String csv, String parquet, String id) {
    if (!(csv + parquet).matches("[A-Za-z0-9:/._~%?=&-]+")) {
      return List.of(); // an address that a shell or a language could take for something else
    }
    return List.of(
        new Snippet("curl", "curl --fail --location --output " + id + ".csv '" + csv + "'\n"),
        new Snippet(
            "Python (pandas)",
            "import pandas as pd\n\ndata = pd.read_csv(\"" + csv + "\")\nprint(data.head())\n"),
        new Snippet(
            "Python (pandas, Parquet)",
            "import pandas as pd\n\ndata = pd.read_parquet(\""
                + parquet
                + "\")\nprint(data.dtypes)\nprint(data.head())\n"),
        new Snippet(
            "R", "data <- read.csv(\"" + csv + "\", fileEncoding = \"UTF-8\")\nhead(data)\n"),
        new Snippet(
            "JavaScript",
            "const response = await fetch(\""
                + csv
                + "\");\n"
                + "if (!response.ok) throw new Error(response.status);\n"
                + "const text = await response.text();\n"
                + "console.log(text.split(\"\\r"
                + "\\n"
                + "\").slice(0, 3));\n"));
  }
}
