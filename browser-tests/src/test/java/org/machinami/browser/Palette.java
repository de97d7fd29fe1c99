package org.machinami.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture of a page in its 256 most frequent colours: a third of the bytes, and no difference to
 * the eye.
 */
final class Palette {
  private static final int COLOURS = 256;

  private Palette() {}

  static BufferedImage reduced(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    int width = picture.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int pixel : row) {
        counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
      }
    }
    int[] palette =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(COLOURS)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    IndexColorModel model =
        new IndexColorModel(
            8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage reduced =
        new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        int colour = picture.getRGB(x, y) & 0xFFFFFF;
        int index = nearest.computeIfAbsent(colour, c -> nearest(palette, c));
        reduced.getRaster().setSample(x, y, 0, index);
      }
    }
    return reduced;
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int distance = 0;
      for (int shift : List.of(0, 8, 16)) {
        int d = ((palette[i] >> shift) & 0xFF) - ((colour >> shift) & 0xFF);
        distance += d * d;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
