package org.machinami.web.card;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether cards can be drawn on this machine, and what draws them. Thread-safe. */
public final class ShareCards {
  private final CompletableFuture<Optional<CardDrawing>> drawing;

  private ShareCards(CompletableFuture<Optional<CardDrawing>> drawing) {
    this.drawing = drawing;
  }

  /** Begins to look for a font beside what else starts. */
  public static ShareCards start() {
    CompletableFuture<Optional<CardDrawing>> drawing = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> drawing.complete(CardFonts.find().map(CardDrawing::new)), "card-fonts");
    thread.setDaemon(true);
    thread.start();
    return new ShareCards(drawing);
  }

  /** Waits for the end of the search, which takes a second at most. */
  public boolean available() {
    return drawing.join().isPresent();
  }

  Optional<CardDrawing> drawing() {
    return drawing.join();
  }
}
