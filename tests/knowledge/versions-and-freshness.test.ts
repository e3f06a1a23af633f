import { describe, expect, it } from 'vitest';
import { daysBetween, FRESH_DAYS, freshnessOf, oldestRead } from '../../src/knowledge/freshness.ts';
import type { Cell, Source, Statement } from '../../src/knowledge/model.ts';
import { compareVersions, statementAt } from '../../src/knowledge/versions.ts';

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
