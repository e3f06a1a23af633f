import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer } from '../answer/answer.ts';

export interface Metrics {
  /** An answer that was given, and how long it took from the payload to Slack's receipt. */
  answered(kind: Answer['kind'], way: string, seconds: number): void;
  /** A payload that was acknowledged. */
  acknowledged(payload: string, seconds: number): void;
  /** A message that another delivery of it had already. */
  duplicate(): void;
  postFailed(code: string): void;
  reloaded(outcome: 'ok' | 'refused'): void;
  knows(revision: string): void;
  /** Prometheus text. */
  print(): Promise<string>;
  readonly contentType: string;
}

/** Below a second the steps are fine: an answer takes milliseconds, and Slack waits for three seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

/** A registry of its own, so that two bots in one process (as in tests) do not count for each other. */
export function createMetrics(version: string): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const answers = new Counter({
    name: 'fwcompare_answers_total',
    help: 'Answers by kind and way of asking.',
    labelNames: ['kind', 'way'],
    registers,
  });
  const answerTime = new Histogram({
    name: 'fwcompare_answer_seconds',
    help: 'From payload to answer.',
    labelNames: ['way'],
    buckets: SECONDS,
    registers,
  });
  const ackTime = new Histogram({
    name: 'fwcompare_ack_seconds',
    help: 'From payload to acknowledgement.',
    labelNames: ['payload'],
    buckets: SECONDS,
    registers,
  });
  const duplicates = new Counter({
    name: 'fwcompare_claims_lost_total',
    help: 'Deliveries of a message that was taken already.',
    registers,
  });
  const postFailures = new Counter({
    name: 'fwcompare_post_failures_total',
    help: 'Web API calls that failed, by code.',
    labelNames: ['code'],
    registers,
  });
  const reloads = new Counter({
    name: 'fwcompare_reloads_total',
    help: 'Changes of the knowledge folder, taken or refused.',
    labelNames: ['outcome'],
    registers,
  });
  const build = new Gauge({
    name: 'fwcompare_build_info',
    help: 'Always 1.',
    labelNames: ['version', 'node', 'knowledge'],
    registers,
  });

  return {
    answered: (kind, way, seconds) => {
      answers.inc({ kind, way });
      answerTime.observe({ way }, seconds);
    },
    acknowledged: (payload, seconds) => ackTime.observe({ payload }, seconds),
    duplicate: () => duplicates.inc(),
    postFailed: (code) => postFailures.inc({ code }),
    reloaded: (outcome) => reloads.inc({ outcome }),
    knows: (knowledge) => {
      build.reset();
      build.set({ version, node: process.version, knowledge }, 1);
    },
    print: () => register.metrics(),
    contentType: register.contentType,
  };
}
