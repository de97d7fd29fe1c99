package org.machinami.loader.harvest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Judges datasets on all cores and gives the results in the order of the datasets. Only a few are
 * under way or waiting at a time. To be used by one thread; to be closed.
 */
final class JudgedDatasets implements Iterator<DatasetGate.Judged>, AutoCloseable {
  private static final int AHEAD = 256;

  private final Iterator<Integer> datasets;
  private final ExecutorService threads;
  private final ThreadLocal<DatasetGate> gates;
  private final Deque<Future<DatasetGate.Judged>> underWay = new ArrayDeque<>(AHEAD);

  JudgedDatasets(List<Integer> datasets, Supplier<DatasetGate> gate) {
    this.datasets = datasets.iterator();
    this.gates = ThreadLocal.withInitial(gate);
    this.threads =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "harvest-gate");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public boolean hasNext() {
    return !underWay.isEmpty() || datasets.hasNext();
  }

  @Override
  public DatasetGate.Judged next() {
    while (underWay.size() < AHEAD && datasets.hasNext()) {
      int dataset = datasets.next();
      underWay.add(threads.submit(() -> gates.get().judge(dataset)));
    }
    if (underWay.isEmpty()) {
      throw new NoSuchElementException("all datasets were judged");
    }
    try {
      return underWay.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the harvest was stopped from outside", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    // Never by interrupting: it would close the temporary file under the other readers.
    underWay.forEach(task -> task.cancel(false));
    threads.shutdown();
    boolean ended = false;
    try {
      while (!ended) {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
