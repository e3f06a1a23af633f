import type { Slices } from '../slices.ts';
import type { ParsedFolder } from './folder.ts';
import type { Fault } from './parse-yaml.ts';

/** A fault found by a rule; exceptions.yaml lets it by with `rule` and `at`. */
export interface Finding extends Fault {
  readonly rule: string;
  readonly at: string;
}

/** A small check of one shape: looks over the whole folder and reports everything its rule objects to. */
export type Linter = (folder: ParsedFolder) => readonly Finding[];

type TopicOf = ParsedFolder['sections'][number]['value']['topics'][number];
type Report = (at: string, path: readonly PropertyKey[], reason: string) => Finding;

/** Runs a check on each topic and keeps the place where it stands. */
function eachTopic(
  rule: string,
  check: (topic: TopicOf, report: Report, folder: ParsedFolder) => readonly Finding[],
): Linter {
  return (folder) =>
    folder.sections.flatMap((section) =>
      section.value.topics.flatMap((topic, index) =>
        check(
          topic,
          (at, path, reason) => ({
            rule,
            at,
            file: section.file,
            line: section.lineOf(['topics', index, ...path]),
            reason: `${topic.id}: ${reason}`,
          }),
          folder,
        ),
      ),
    );
}

const topicIds = (folder: ParsedFolder): ReadonlySet<string> =>
  new Set(folder.sections.flatMap((section) => section.value.topics.map((topic) => topic.id)));
const frameworkIds = (folder: ParsedFolder): ReadonlySet<string> =>
  new Set(folder.frameworks.value.frameworks.map((framework) => framework.id));

/** Every list of source ids in a value, with the path to it. */
function sourceLists(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; id: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => sourceLists(item, [...path, index]));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (key === 'source' && typeof item === 'string') return [{ path: [...path, key], id: item }];
    if (key === 'sources' && Array.isArray(item)) {
      return item.map((id, index) => ({ path: [...path, key, index], id: String(id) }));
    }
    return sourceLists(item, [...path, key]);
  });
}

const citedFiles = (folder: ParsedFolder) => [
  folder.about,
  folder.frameworks,
  folder.tools,
  folder.benchmarks,
  ...folder.sections,
];

const knownSources: Linter = (folder) =>
  citedFiles(folder).flatMap((parsed) =>
    sourceLists(parsed.value)
      .filter(({ id }) => !(id in folder.sources.value.sources))
      .map(({ path, id }) => ({
        rule: 'known-source',
        at: id,
        file: parsed.file,
        line: parsed.lineOf(path),
        reason: `sources.yaml has no "${id}"`,
      })),
  );

const usedSources: Linter = (folder) => {
  const used = new Set(citedFiles(folder).flatMap((parsed) => sourceLists(parsed.value).map(({ id }) => id)));
  return Object.keys(folder.sources.value.sources)
    .filter((id) => !used.has(id))
    .map((id) => ({
      rule: 'used-source',
      at: id,
      file: folder.sources.file,
      line: folder.sources.lineOf(['sources', id]),
      reason: `nothing cites "${id}"; cite it or remove it`,
    }));
};

const placedSources: Linter = (folder) => {
  const seen = new Map<string, string>();
  return Object.entries(folder.sources.value.sources).flatMap(([id, source]) => {
    const place = source.url ?? source.file;
    const reason =
      place === undefined
        ? `"${id}" has neither url nor file`
        : seen.has(place)
          ? `"${id}" is the same page as "${seen.get(place)}"; cite that one`
          : undefined;
    if (place !== undefined && !seen.has(place)) seen.set(place, id);
    const line = folder.sources.lineOf(['sources', id]);
    return reason ? [{ rule: 'placed-source', at: id, file: folder.sources.file, line, reason }] : [];
  });
};

/** Ids that must be unique over the whole folder. */
const uniqueIds: Linter = (folder) => {
  const seen = new Map<string, string>();
  const claim = (kind: string, id: string, file: string, line: number): readonly Finding[] => {
    const key = `${kind} ${id}`;
    const before = seen.get(key);
    seen.set(key, `${file}:${line}`);
    return before
      ? [{ rule: 'unique-id', at: id, file, line, reason: `${kind} "${id}" stands already at ${before}` }]
      : [];
  };
  const { frameworks, tools, benchmarks, sections } = folder;
  return [
    ...frameworks.value.frameworks.flatMap((f, i) =>
      claim('framework', f.id, frameworks.file, frameworks.lineOf(['frameworks', i])),
    ),
    ...tools.value.tools.flatMap((t, i) => claim('tool', t.id, tools.file, tools.lineOf(['tools', i]))),
    ...benchmarks.value.charts.flatMap((c, i) =>
      claim('chart', c.id, benchmarks.file, benchmarks.lineOf(['charts', i])),
    ),
    ...sections.flatMap((section) =>
      section.value.topics.flatMap((topic, i) => [
        ...claim('topic', topic.id, section.file, section.lineOf(['topics', i, 'id'])),
        ...topic.article.flatMap((c, j) =>
          claim('claim', c.id, section.file, section.lineOf(['topics', i, 'article', j, 'id'])),
        ),
      ]),
    ),
  ];
};

const sectionNames: Linter = (folder) =>
  folder.sections
    .filter((section) => section.file !== `sections/${section.value.section}.yaml`)
    .map((section) => ({
      rule: 'section-name',
      at: section.value.section,
      file: section.file,
      line: section.lineOf(['section']),
      reason: `section "${section.value.section}" belongs in sections/${section.value.section}.yaml`,
    }));

const knownTopics: Linter = (folder) => {
  const known = topicIds(folder);
  const { about, frameworks } = folder;
  const point = (
    at: string,
    parsed: { file: string; lineOf: (path: readonly PropertyKey[]) => number },
    path: readonly PropertyKey[],
  ) => ({
    rule: 'known-topic',
    at,
    file: parsed.file,
    line: parsed.lineOf(path),
    reason: `points to topic "${at}", which is nowhere`,
  });
  return [
    ...(known.has(about.value.default_topic) ? [] : [point(about.value.default_topic, about, ['default_topic'])]),
    ...frameworks.value.frameworks.flatMap(({ topic }, index) =>
      topic === undefined || known.has(topic) ? [] : [point(topic, frameworks, ['frameworks', index, 'topic'])],
    ),
    ...folder.tools.value.tools.flatMap((tool, index) =>
      known.has(tool.topic) ? [] : [point(tool.topic, folder.tools, ['tools', index, 'topic'])],
    ),
    ...eachTopic('known-topic', (topic, report) =>
      topic.related.flatMap((id, index) =>
        known.has(id) && id !== topic.id ? [] : [report(topic.id, ['related', index], `"${id}" is no other topic`)],
      ),
    )(folder),
  ];
};

const knownFrameworks = eachTopic('known-framework', (topic, report, folder) => {
  const known = frameworkIds(folder);
  return [
    ...Object.keys(topic.cells).map((id) => ({ id, path: ['cells', id] })),
    ...Object.keys(topic.code?.snippets ?? {}).map((id) => ({ id, path: ['code', 'snippets', id] })),
  ].flatMap(({ id, path }) => (known.has(id) ? [] : [report(topic.id, path, `frameworks.yaml has no "${id}"`)]));
});

const knownChartFrameworks: Linter = (folder) => {
  const known = frameworkIds(folder);
  return folder.benchmarks.value.charts.flatMap((chart, index) =>
    chart.rows.flatMap((row, at) =>
      known.has(row.framework)
        ? []
        : [
            {
              rule: 'known-framework',
              at: chart.id,
              file: folder.benchmarks.file,
              line: folder.benchmarks.lineOf(['charts', index, 'rows', at, 'framework']),
              reason: `chart "${chart.id}": frameworks.yaml has no "${row.framework}"`,
            },
          ],
    ),
  );
};

const knownCharts = eachTopic('known-chart', (topic, report, folder) => {
  const known = new Set(folder.benchmarks.value.charts.map((chart) => chart.id));
  return topic.charts.flatMap((id, index) =>
    known.has(id) ? [] : [report(topic.id, ['charts', index], `benchmarks.yaml has no chart "${id}"`)],
  );
});

/** Silence must never look like "no": a column without a fact says so in its own cell. */
const everyColumn = eachTopic('every-column', (topic, report, folder) => {
  const ids = Object.keys(topic.cells);
  if (ids.length === 0) {
    return topic.notes.length > 0 ? [] : [report(topic.id, [], 'has neither cells nor notes')];
  }
  return folder.frameworks.value.frameworks
    .filter((framework) => framework.column && !ids.includes(framework.id))
    .map((framework) =>
      report(
        topic.id,
        ['cells'],
        `has no cell for ${framework.id}; write one with "support: unknown" if nothing is known`,
      ),
    );
});

/** An old claim is never shown without what is true now. */
const claimsNow = eachTopic('claim-now', (topic, report) =>
  topic.article.flatMap((claim, index) => {
    const path = ['article', index];
    if (claim.verdict !== 'still true' && !claim.now)
      return [report(claim.id, path, `claim ${claim.id} is ${claim.verdict}; say what is true now`)];
    if (claim.verdict !== 'unverifiable' && claim.sources.length === 0)
      return [report(claim.id, path, `claim ${claim.id} cites nothing`)];
    return [];
  }),
);

const newestFirst: Linter = (folder) =>
  folder.frameworks.value.frameworks.flatMap((framework, index) =>
    framework.versions.flatMap((each, at) => {
      const next = framework.versions[at + 1];
      return next && next.released > each.released
        ? [
            {
              rule: 'newest-first',
              at: framework.id,
              file: folder.frameworks.file,
              line: folder.frameworks.lineOf(['frameworks', index, 'versions', at]),
              reason: `${framework.id}: ${next.version} (${next.released}) stands below ${each.version} (${each.released})`,
            },
          ]
        : [];
    }),
  );

/** What stands under two intents teaches neither, and what stands twice under one teaches no more. */
const oneIntent: Linter = ({ followUps: { value, file, lineOf } }) => {
  const first = new Map<string, string>();
  return Object.entries(value).flatMap(([intent, lines]) =>
    lines.flatMap((line) => {
      const said = line.toLowerCase();
      const before = first.get(said);
      first.set(said, before ?? intent);
      if (before === undefined) return [];
      return [
        {
          rule: 'one-intent',
          at: line,
          file,
          line: lineOf([intent]),
          reason: `"${line}" stands already under ${before}`,
        },
      ];
    }),
  );
};

/** All rules; `fwcompare check` and the start of the bot run the same list. */
export const LINTERS: readonly Linter[] = [
  knownSources,
  usedSources,
  placedSources,
  uniqueIds,
  sectionNames,
  knownTopics,
  knownFrameworks,
  knownChartFrameworks,
  knownCharts,
  everyColumn,
  claimsNow,
  newestFirst,
  oneIntent,
];

/**
 * Every finding of every rule that exceptions.yaml does not let by, and every exception that lets nothing by; yields after
 * each rule.
 */
export function* lintInSlices(folder: ParsedFolder): Slices<readonly Fault[]> {
  const findings: Finding[] = [];
  for (const linter of LINTERS) {
    findings.push(...linter(folder));
    yield;
  }
  const { exceptions } = folder.exceptions.value;
  const letBy = (finding: Finding) => exceptions.some((e) => e.rule === finding.rule && e.at === finding.at);
  const idle = exceptions.flatMap((exception, index) =>
    findings.some((finding) => finding.rule === exception.rule && finding.at === exception.at)
      ? []
      : [
          {
            file: folder.exceptions.file,
            line: folder.exceptions.lineOf(['exceptions', index]),
            reason: `nothing needs the exception ${exception.rule} at ${exception.at}; remove it`,
          },
        ],
  );
  return [...findings.filter((finding) => !letBy(finding)), ...idle];
}
