package org.machinami.query;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.machinami.store.graph.RdfXml;
import org.machinami.store.quads.QuadReading;
import org.machinami.store.quads.QuadStore;

/**
 * Runs one query at a time for each thread that calls it and writes its answer. The union of all
 * graphs is the default graph. Safe for use by many threads.
 */
final class QueryRunner {
  private final QuadStore quads;
  private final QuerySettings settings;
  private final ScheduledExecutorService clock;

  /**
   * @param clock for the moments when time is up
   */
  QueryRunner(QuadStore quads, QuerySettings settings, ScheduledExecutorService clock) {
    this.quads = quads;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Runs a query and writes the answer.
   *
   * @return a sequence number of the ledger that the answer has reached or passed
   * @throws Problem when a bound was met; what was written until then is not an answer
   */
  long run(Query query, AnswerFormat format, long timeoutMillis, OutputStream out)
      throws IOException {
    AtomicBoolean cancel = new AtomicBoolean();
    QueryBudget budget = new QueryBudget(settings, timeoutMillis, cancel);
    ScheduledFuture<?> alarm = clock.schedule(budget::expire, timeoutMillis, TimeUnit.MILLISECONDS);
    try (QuadReading reading = quads.read()) {
      Context context = context(reading.dataset(), budget, cancel);
      Plan plan = BoundedQueryEngine.plan(query, reading.dataset(), context);
      try {
        write(query, plan.iterator(), reading.dataset(), budget, format, out);
      } finally {
        plan.close();
      }
      return reading.appliedAtLeast();
    } catch (QueryCancelledException e) {
      throw budget.timeout();
    } catch (StackOverflowError e) {
      throw new Problem(Problem.Kind.TOO_DEEP);
    } catch (QueryExecException e) {
      throw new Problem(Problem.Kind.MALFORMED_QUERY, 0, 0, String.valueOf(e.getMessage()));
    } finally {
      alarm.cancel(false);
    }
  }

  private static Context context(DatasetGraph dataset, QueryBudget budget, AtomicBoolean cancel) {
    Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
    context.set(TDB2.symUnionDefaultGraph, true);
    context.set(ARQ.httpServiceAllowed, false);
    context.set(ARQ.enablePropertyFunctions, false);
    context.set(org.apache.jena.sparql.ARQConstants.symCancelQuery, cancel);
    QC.setFactory(context, BudgetedExecutor.FACTORY);
    budget.putInto(context);
    return context;
  }

  private void write(
      Query query,
      QueryIterator rows,
      DatasetGraph dataset,
      QueryBudget budget,
      AnswerFormat format,
      OutputStream out)
      throws IOException {
    if (query.isAskType()) {
      RowSetWriterRegistry.getFactory(format.lang())
          .create(format.lang())
          .write(out, rows.hasNext(), ARQ.getContext());
    } else if (query.isSelectType()) {
      RowSet rowSet = RowSetStream.create(query.getProjectVars(), rows);
      RowSetWriterRegistry.getFactory(format.lang())
          .create(format.lang())
          .write(out, rowSet, ARQ.getContext());
    } else if (query.isConstructType()) {
      List<Triple> template = query.getConstructTemplate().getTriples();
      writeTriples(TemplateLib.calcTriples(template, rows), query, budget, format, out);
    } else {
      Iterator<Triple> described =
          new Description(dataset, budget, settings.described()).of(query, rows);
      writeTriples(described, query, budget, format, out);
    }
  }

  private static void writeTriples(
      Iterator<Triple> triples,
      Query query,
      QueryBudget budget,
      AnswerFormat format,
      OutputStream out)
      throws IOException {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    while (triples.hasNext()) {
      budget.row();
      budget.hold(1);
      graph.add(triples.next());
    }
    if (format.lang().equals(Lang.TURTLE)) {
      writeTurtle(graph, out);
    } else if (format.lang().equals(Lang.RDFXML)) {
      RdfXml.write(graph, out);
    } else {
      RDFDataMgr.write(out, graph, format.lang());
    }
  }

  @SuppressWarnings("resource") // the answer belongs to the caller
  private static void writeTurtle(Graph graph, OutputStream out) throws IOException {
    Utf8Writer writer = new Utf8Writer(out);
    RDFWriterRegistry.getWriterGraphFactory(RDFFormat.TURTLE_PRETTY)
        .create(RDFFormat.TURTLE_PRETTY)
        .write(
            writer, graph, Prefixes.adapt(graph.getPrefixMapping()), null, Context.emptyContext());
    writer.flush();
  }
}
