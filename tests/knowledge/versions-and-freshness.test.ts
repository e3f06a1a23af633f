import { describe, expect, it } from 'vitest';
import { daysBetween, FRESH_DAYS, freshnessOf, oldestRead } from '../../src/knowledge/freshness.ts';
import type { Cell, FrameworkId, Source, Statement, TopicId } from '../../src/knowledge/model.ts';
import { compareVersions, isDated, isNewest, statementAt } from '../../src/knowledge/versions.ts';
import { shipped } from './shipped.ts';

describe('versions', () => {
  it.each([
    ['2.10', '2.9', 1],
    ['2.9', '2.10', -1],
    ['2', '2.0.0', 0],
    ['2.0.1', '2', 1],
    ['10', '9.9.9', 1],
    ['0.4.1', '0.4.0', 1],
    ['2.1', '2.1', 0],
  ])('%s against %s is %d', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
  });

  const statement = (says: string, bounds: Partial<Statement> = {}): Statement => ({ says, sources: [], ...bounds });
  const cell = (bounds: Partial<Cell>): Cell => ({ ...statement('now'), keeps: 'history', earlier: [], ...bounds });

  it('find the statement that held, from its first version and below its last', () => {
    const known = cell({
      from: '2.5',
      earlier: [statement('before', { from: '2.0', until: '2.5' }), statement('first', { until: '2.0' })],
    });
    expect(['3.0', '2.5', '2.4.9', '2.0', '1.9', '0.1'].map((version) => statementAt(known, version)?.says)).toEqual([
      'now',
      'now',
      'before',
      'before',
      'first',
      'first',
    ]);
  });

  it('find nothing where nothing is known', () => {
    expect(statementAt(cell({ from: '2.0' }), '1.9')).toBeUndefined();
    // Between two statements may be a gap.
    const gap = cell({ from: '3.0', earlier: [statement('before', { until: '2.0' })] });
    expect(statementAt(gap, '2.5')).toBeUndefined();
  });

  it('take the end of what was for the beginning of what is, where the cell does not say', () => {
    const known = cell({ earlier: [statement('before', { until: '2.0' })] });
    expect(statementAt(known, '1.0')?.says).toBe('before');
    expect(statementAt(known, '2.0')?.says).toBe('now');
    expect(statementAt(cell({}), '0.1')?.says).toBe('now');
  });

  it('are known of a cell that says since or up to when', () => {
    expect(isDated(cell({ from: '2.0' }))).toBe(true);
    expect(isDated(cell({ earlier: [statement('before', { until: '2.0' })] }))).toBe(true);
    expect(isDated(cell({ since: '2025-10' }))).toBe(false);
  });

  // A patch release may come out for an old line after a newer line did.
  const versions = ['1.15.5', '2.14.1', '2.14.0', '2.9.0'].map((version) => ({ version, released: '2026' }));
  it.each([
    ['2.14', true],
    ['2.14.0', true],
    ['2.14.1', true],
    ['2.15', true],
    ['3', true],
    ['2.13.9', false],
    ['2.9', false],
    // The 2.x line is older than its newest release.
    ['2', false],
    ['1.15.5', false],
  ])('%s is of the newest line or beyond: %s', (version, newest) => {
    expect(isNewest({ versions }, version)).toBe(newest);
  });
});

describe('versions in the shipped knowledge', () => {
  it('follow on one another, newest first, and never overlap', () => {
    const faults = [...shipped.topics.values()].flatMap((topic) =>
      [...topic.cells].flatMap(([id, cell]) =>
        cell.earlier
          .map((earlier, at) => ({ earlier, next: at === 0 ? cell.from : cell.earlier[at - 1]?.from }))
          .filter(
            ({ earlier: { from, until }, next }) =>
              until === undefined ||
              (next !== undefined && compareVersions(until, next) > 0) ||
              (from !== undefined && compareVersions(from, until) >= 0),
          )
          .map(({ earlier }) => `${topic.id}/${id}: ${earlier.from} to ${earlier.until}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  // What came later must not be told of a version that did not have it.
  it.each([
    ['windows', 'pytorch', '1.13', /Intel|Ryzen/],
    ['windows', 'pytorch', '2.7', /Ryzen/],
    ['apple-silicon', 'pytorch', '2.0', /2\.11|macOS 14/],
    ['multi-node', 'pytorch', '1.4', /torchrun|FSDP2/],
    ['graph-debugging', 'pytorch', '2.0', /TORCH_LOGS="/],
    ['nvidia-gpu', 'tensorflow', '2.12', /and-cuda|12\.5/],
    ['install-python', 'tensorflow', '2.4', /and-cuda/],
    ['graph-compilation', 'tensorflow', '2.3', /jit_compile/],
    ['debugging-overview', 'tensorflow', '2.0', /dumps in Debugger V2/],
  ])('%s of %s %s leaves out %s', (topic, framework, version, later) => {
    const known = shipped.topics.get(topic as TopicId)?.cells.get(framework as FrameworkId);
    expect(known && isDated(known)).toBe(true);
    expect(known && statementAt(known, version)?.says).toBeDefined();
    expect(known && statementAt(known, version)?.says).not.toMatch(later);
  });
});

describe('freshness', () => {
  const source = (read: string): Source => ({ id: read, title: read, kind: 'docs', read });

  it('is counted in whole days, over a change of the clocks and a leap day', () => {
    expect(daysBetween('2026-11-22', '2026-11-22')).toBe(0);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
  });

  it('holds release facts for 90 days, design facts for 270, history for ever', () => {
    expect(FRESH_DAYS).toEqual({ release: 90, design: 270, history: Number.POSITIVE_INFINITY });
  });

  it.each([
    ['release', '2026-04-01', 'fresh'],
    ['release', '2026-04-02', 'past'],
    ['release', '2026-06-30', 'past'],
    ['release', '2026-07-01', 'long past'],
    ['design', '2026-09-28', 'fresh'],
    ['design', '2026-09-29', 'past'],
    ['design', '2027-06-26', 'long past'],
    ['history', '2099-01-01', 'fresh'],
    // A page read "tomorrow", in another time zone, is fresh.
    ['release', '2025-12-31', 'fresh'],
  ] as const)('of a %s fact read on New Year’s Day is on %s: %s', (keeps, today, freshness) => {
    expect(freshnessOf(keeps, [source('2026-01-01')], today)).toBe(freshness);
  });

  it('is that of the page unread for longest', () => {
    expect(oldestRead([source('2026-11-22'), source('2026-01-01')])).toBe('2026-01-01');
    expect(freshnessOf('release', [source('2026-11-22'), source('2026-01-01')], '2026-11-22')).toBe('long past');
    expect(oldestRead([])).toBeUndefined();
  });
});
