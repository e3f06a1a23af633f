import { describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../src/knowledge/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readFolder } from '../../src/knowledge/read-folder.ts';

/** A folder without a fault; each test below spoils one thing in it. */
const GOOD: Readonly<Record<string, string>> = {
  'about.yaml': `title: Oak and Elm
about: Two trees.
article:
  title: On trees
  source: article
  dated: Undated.
sections: [wood]
examples: [oak, elm, wood]
default_topic: hardness
`,
  'frameworks.yaml': `frameworks:
  - id: oak
    name: Oak
    about: A tree.
    aliases: []
    column: true
    logo_alt: An oak
    links: [{ title: Oak, url: 'https://example.org/oak' }]
    versions:
      - { version: '2.0', released: '2025' }
      - { version: '1.0', released: '2024' }
    sources: [oak-page]
  - id: elm
    name: Elm
    about: A tree.
    aliases: []
    column: true
    logo_alt: An elm
    links: [{ title: Elm, url: 'https://example.org/elm' }]
    versions:
      - { version: '1.0', released: '2024' }
    sources: [elm-page]
`,
  'sources.yaml': `sources:
  article:
    title: On trees
    file: trees.md
    kind: article
    read: '2026-11-22'
  oak-page:
    title: Oak
    url: https://example.org/oak
    kind: docs
    read: '2026-11-22'
  elm-page:
    title: Elm
    url: https://example.org/elm
    kind: docs
    read: '2026-11-22'
`,
  'follow-ups.yaml': `source: |
  where is that from
people: |
  see you at lunch
`,
  'tools.yaml': `tools:
  - id: saw
    name: Saw
    is: A tool.
    topic: hardness
    sources: [oak-page]
`,
  'benchmarks.yaml': `charts:
  - id: janka
    title: Hardness
    metric: hardness
    unit: N
    workload: a steel ball
    hardware: a press
    comparable: 'yes'
    note: One lab.
    rows:
      - { framework: oak, label: Oak, short: Oak, value: 6000, sources: [oak-page] }
      - { framework: elm, label: Elm, short: Elm, value: 3700, sources: [elm-page] }
`,
  'sections/wood.yaml': `section: wood
title: Wood
about: What the wood is like.
topics:
  - id: hardness
    title: Hardness
    asked: [hardness]
    verdict: Oak is the harder one.
    keeps: history
    cells:
      oak:
        says: Hard.
        sources: [oak-page]
      elm:
        says: Softer.
        sources: [elm-page]
    article:
      - id: wood-01
        said: Elm is harder.
        verdict: wrong even then
        now: Oak is.
        sources: [oak-page]
    charts: [janka]
    related: [colour]
  - id: colour
    title: Colour
    asked: [colour]
    verdict: Both are brown.
    keeps: history
    notes:
      - says: More or less.
        sources: [elm-page]
`,
};

type Spoil = readonly [file: string, from: string, to: string];
const spoilt = (...changes: readonly Spoil[]): ReadonlyMap<string, string> => {
  const texts = new Map(Object.entries(GOOD));
  for (const [file, from, to] of changes) {
    const text = texts.get(file) ?? '';
    if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
    texts.set(
      file,
      text.replace(from, () => to),
    );
  }
  return texts;
};

function errorOf(texts: ReadonlyMap<string, string>): KnowledgeError {
  try {
    loadKnowledge('trees', texts);
  } catch (error) {
    if (error instanceof KnowledgeError) return error;
    throw error;
  }
  throw new Error('The folder has no fault.');
}
/** Each fault as the author reads it. */
const faultsOf = (texts: ReadonlyMap<string, string>): readonly string[] =>
  errorOf(texts).faults.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);

/** The line on which a text stands once it is spoilt: counted here, so that a shift of GOOD moves no expectation. */
const lineIn = (texts: ReadonlyMap<string, string>, file: string, text: string): number => {
  const at = (texts.get(file) ?? '').split('\n').findIndex((line) => line.includes(text));
  if (at < 0) throw new Error(`${file} does not hold ${text}`);
  return at + 1;
};

it('a faultless folder is loaded', () => {
  expect(loadKnowledge('trees', spoilt()).topics.size).toBe(2);
});

const CASES: readonly {
  readonly fault: string;
  readonly spoil: readonly Spoil[];
  readonly file: string;
  readonly at: string;
  readonly says: RegExp;
}[] = [
  {
    fault: 'a source that is nowhere',
    spoil: [
      ['sections/wood.yaml', 'says: Hard.\n        sources: [oak-page]', 'says: Hard.\n        sources: [oak-pgae]'],
    ],
    file: 'sections/wood.yaml',
    at: 'oak-pgae',
    says: /sources\.yaml has no "oak-pgae"/,
  },
  {
    fault: 'a source that nothing cites',
    spoil: [
      [
        'sources.yaml',
        'sources:\n',
        "sources:\n  spare:\n    title: Spare\n    url: https://example.org/spare\n    kind: docs\n    read: '2026-11-22'\n",
      ],
    ],
    file: 'sources.yaml',
    at: 'spare:',
    says: /nothing cites "spare"/,
  },
  {
    fault: 'a source without a place',
    spoil: [['sources.yaml', '    file: trees.md\n', '']],
    file: 'sources.yaml',
    at: 'article:',
    says: /"article" has neither url nor file/,
  },
  {
    fault: 'one message after two things',
    spoil: [['follow-ups.yaml', '  see you at lunch', '  Where is that from']],
    file: 'follow-ups.yaml',
    at: 'people:',
    says: /"Where is that from" stands already under source/,
  },
  {
    fault: 'one page under two names',
    spoil: [['sources.yaml', 'https://example.org/elm', 'https://example.org/oak']],
    file: 'sources.yaml',
    at: 'elm-page:',
    says: /"elm-page" is the same page as "oak-page"/,
  },
  {
    fault: 'one id twice',
    spoil: [
      ['sections/wood.yaml', 'id: colour', 'id: hardness'],
      ['sections/wood.yaml', 'related: [colour]', 'related: []'],
    ],
    file: 'sections/wood.yaml',
    at: 'title: Colour',
    says: /topic "hardness" stands already at sections\/wood\.yaml:5/,
  },
  {
    fault: 'a section in another file',
    spoil: [['sections/wood.yaml', 'section: wood', 'section: bark']],
    file: 'sections/wood.yaml',
    at: 'section: bark',
    says: /section "bark" belongs in sections\/bark\.yaml/,
  },
  {
    fault: 'a related topic that is nowhere',
    spoil: [['sections/wood.yaml', 'related: [colour]', 'related: [color]']],
    file: 'sections/wood.yaml',
    at: 'color]',
    says: /hardness: "color" is no other topic/,
  },
  {
    fault: 'a topic related to itself',
    spoil: [['sections/wood.yaml', 'related: [colour]', 'related: [hardness]']],
    file: 'sections/wood.yaml',
    at: 'related:',
    says: /hardness: "hardness" is no other topic/,
  },
  {
    fault: 'a tool whose topic is nowhere',
    spoil: [['tools.yaml', 'topic: hardness', 'topic: hard']],
    file: 'tools.yaml',
    at: 'topic: hard',
    says: /points to topic "hard", which is nowhere/,
  },
  {
    fault: 'a default topic that is nowhere',
    spoil: [['about.yaml', 'default_topic: hardness', 'default_topic: hard']],
    file: 'about.yaml',
    at: 'default_topic',
    says: /points to topic "hard"/,
  },
  {
    fault: "a framework's topic that is nowhere",
    spoil: [['frameworks.yaml', 'name: Elm', 'name: Elm\n    topic: elms']],
    file: 'frameworks.yaml',
    at: 'topic: elms',
    says: /points to topic "elms"/,
  },
  {
    fault: 'a cell for a framework that is nowhere',
    spoil: [
      ['sections/wood.yaml', '      elm:', '      ash:\n        says: Also.\n        sources: [elm-page]\n      elm:'],
    ],
    file: 'sections/wood.yaml',
    at: 'says: Also.',
    says: /hardness: frameworks\.yaml has no "ash"/,
  },
  {
    fault: "a chart's framework that is nowhere",
    spoil: [['benchmarks.yaml', 'framework: elm', 'framework: ash']],
    file: 'benchmarks.yaml',
    at: 'framework: ash',
    says: /chart "janka": frameworks\.yaml has no "ash"/,
  },
  {
    fault: 'a chart that is nowhere',
    spoil: [['sections/wood.yaml', '[janka]', '[brinell]']],
    file: 'sections/wood.yaml',
    at: 'brinell',
    says: /benchmarks\.yaml has no chart "brinell"/,
  },
  {
    fault: 'a column without a cell, which would look like "no"',
    spoil: [['sections/wood.yaml', '      elm:\n        says: Softer.\n        sources: [elm-page]\n', '']],
    file: 'sections/wood.yaml',
    at: '      oak:',
    says: /hardness: has no cell for elm; write one with "support: unknown"/,
  },
  {
    fault: 'a topic with neither cells nor notes',
    spoil: [['sections/wood.yaml', '    notes:\n      - says: More or less.\n        sources: [elm-page]\n', '']],
    file: 'sections/wood.yaml',
    at: 'id: colour',
    says: /colour: has neither cells nor notes/,
  },
  {
    fault: 'an old claim without what is true now',
    spoil: [['sections/wood.yaml', '        now: Oak is.\n', '']],
    file: 'sections/wood.yaml',
    at: 'id: wood-01',
    says: /claim wood-01 is wrong even then; say what is true now/,
  },
  {
    fault: 'a claim that cites nothing',
    spoil: [['sections/wood.yaml', 'now: Oak is.\n        sources: [oak-page]', 'now: Oak is.\n        sources: []']],
    file: 'sections/wood.yaml',
    at: 'id: wood-01',
    says: /claim wood-01 cites nothing/,
  },
  {
    fault: 'versions out of order',
    spoil: [['frameworks.yaml', "version: '2.0', released: '2025'", "version: '2.0', released: '2023'"]],
    file: 'frameworks.yaml',
    at: "version: '2.0'",
    says: /oak: 1\.0 \(2024\) stands below 2\.0 \(2023\)/,
  },
  // What the format itself holds against a file.
  {
    fault: 'a misspelt key',
    spoil: [['sections/wood.yaml', 'verdict: Both are brown.', 'verdict: Both are brown.\n    veridct: Oops.']],
    file: 'sections/wood.yaml',
    at: 'veridct',
    says: /topics\[1\].*veridct/,
  },
  {
    fault: 'a missing key',
    spoil: [['sections/wood.yaml', '    verdict: Both are brown.\n', '']],
    file: 'sections/wood.yaml',
    at: 'id: colour',
    says: /topics\[1\]\.verdict/,
  },
  {
    fault: 'a cell that cites nothing',
    spoil: [['sections/wood.yaml', 'says: Hard.\n        sources: [oak-page]', 'says: Hard.\n        sources: []']],
    file: 'sections/wood.yaml',
    at: 'sources: []',
    says: /topics\[0\]\.cells\.oak\.sources/,
  },
  {
    fault: 'a source without the day it was read',
    spoil: [['sources.yaml', "    kind: article\n    read: '2026-11-22'\n", '    kind: article\n']],
    file: 'sources.yaml',
    at: 'title: On trees',
    says: /sources\.article\.read/,
  },
  {
    fault: 'a day that is none',
    spoil: [['sources.yaml', "kind: article\n    read: '2026-11-22'", "kind: article\n    read: '2026-13-41'"]],
    file: 'sources.yaml',
    at: '2026-13-41',
    says: /sources\.article\.read/,
  },
  {
    fault: 'a verdict too long for a phone',
    spoil: [['sections/wood.yaml', 'Both are brown.', 'Brown. '.repeat(40)]],
    file: 'sections/wood.yaml',
    at: 'verdict: Brown',
    says: /topics\[1\]\.verdict/,
  },
  {
    fault: 'an id that is no slug',
    spoil: [['sections/wood.yaml', 'id: colour', 'id: Colour of wood']],
    file: 'sections/wood.yaml',
    at: 'id: Colour',
    says: /topics\[1\]\.id: use lower-case words/,
  },
  {
    fault: 'a version that is a number',
    spoil: [['frameworks.yaml', "version: '2.0'", 'version: 2.0']],
    file: 'frameworks.yaml',
    at: 'version: 2.0',
    says: /frameworks\[0\]\.versions\[0\]\.version/,
  },
  {
    fault: 'a dispute with one side',
    spoil: [
      [
        'sections/wood.yaml',
        '    charts: [janka]',
        "    disputed: [{ says: So., by: A, date: '2024', source: oak-page }]\n    charts: [janka]",
      ],
    ],
    file: 'sections/wood.yaml',
    at: 'disputed',
    says: /topics\[0\]\.disputed/,
  },
  {
    fault: 'YAML that is none',
    spoil: [['sections/wood.yaml', 'title: Colour', 'title: Colour: brown']],
    file: 'sections/wood.yaml',
    at: 'Colour: brown',
    says: /mapping/i,
  },
  {
    fault: 'one key twice',
    spoil: [['sections/wood.yaml', 'title: Colour', 'title: Colour\n    title: Color']],
    file: 'sections/wood.yaml',
    at: 'title: Color',
    says: /unique/i,
  },
];

describe('a fault is told with file and line:', () => {
  it.each(CASES.map((each) => [each.fault, each] as const))('%s', (_, { spoil, file, at, says }) => {
    const texts = spoilt(...spoil);
    const { faults, message } = errorOf(texts);
    const fault = faults.find((each) => each.file === file && says.test(each.reason));
    expect(fault, JSON.stringify(faults)).toBeDefined();
    // Within a line: YAML points at the key or at its value, and a missing key at its parent.
    expect(Math.abs((fault?.line ?? 0) - lineIn(texts, file, at))).toBeLessThanOrEqual(1);
    expect(message).toContain(`${file}:${fault?.line}: `);
  });

  it('a misspelt key with the line it stands on, exactly', () => {
    const texts = spoilt(['sections/wood.yaml', 'title: Colour', 'title: Colour\n    veridct: Oops.']);
    expect(faultsOf(texts)).toEqual([
      expect.stringMatching(new RegExp(`^sections/wood\\.yaml:${lineIn(texts, 'sections/wood.yaml', 'veridct')}: `)),
    ]);
  });
});

describe('faults', () => {
  it('of all files come together', () => {
    const texts = spoilt(
      ['sections/wood.yaml', 'title: Colour', 'tilte: Colour'],
      ['about.yaml', 'about: Two trees.\n', ''],
      ['sources.yaml', 'kind: article', 'kind: poem'],
    );
    expect(new Set(errorOf(texts).faults.map(({ file }) => file))).toEqual(
      new Set(['sections/wood.yaml', 'about.yaml', 'sources.yaml']),
    );
    expect(errorOf(texts).message).toMatch(/^trees has \d+ fault\(s\):\n {2}\S/);
  });

  it('of all rules come together', () => {
    const texts = spoilt(
      ['sections/wood.yaml', 'related: [colour]', 'related: [color]'],
      ['tools.yaml', 'topic: hardness', 'topic: hard'],
      ['sections/wood.yaml', '[janka]', '[brinell]'],
    );
    expect(faultsOf(texts)).toHaveLength(3);
  });

  it.each(['about.yaml', 'frameworks.yaml', 'sources.yaml', 'sections/wood.yaml'])('include a missing %s', (file) => {
    const texts = new Map(Object.entries(GOOD));
    texts.delete(file);
    expect(faultsOf(texts)).toContain(`${file}:1: this file is missing`);
  });

  it.each(['spare.yaml', 'sections/bark.yaml'])('include a file that nothing reads: %s', (file) => {
    expect(faultsOf(new Map([...Object.entries(GOOD), [file, '{}']]))).toEqual([
      `${file}:1: nothing reads this file; name its section in about.yaml, or remove it`,
    ]);
  });

  it.each(['', '[]', 'null', '42', '- a\n- b', '\t', '&a [*a]', '%YAML 9.9\n---\na: 1'])(
    'are found in a file that holds only %j',
    (text) => {
      expect(faultsOf(new Map([...Object.entries(GOOD), ['about.yaml', text]])).length).toBeGreaterThan(0);
    },
  );

  it('are those of a folder that cannot be read, too', async () => {
    await expect(readFolder('/nowhere/at/all')).rejects.toThrow(KnowledgeError);
    await expect(readFolder('/nowhere/at/all')).rejects.toThrow(/cannot be read/);
  });
});

describe('an exception', () => {
  const texts = (exceptions: string) =>
    new Map([...spoilt(['sections/wood.yaml', '        now: Oak is.\n', '']), ['exceptions.yaml', exceptions]]);

  it('lets by the place it names, with a reason', () => {
    const { topics } = loadKnowledge(
      'trees',
      texts('exceptions:\n  - { rule: claim-now, at: wood-01, reason: Nobody knows. }\n'),
    );
    expect(topics.size).toBe(2);
  });

  it('lets by nothing else', () => {
    expect(faultsOf(texts('exceptions:\n  - { rule: claim-now, at: wood-02, reason: Nobody knows. }\n'))).toEqual([
      expect.stringContaining('claim wood-01'),
      'exceptions.yaml:2: nothing needs the exception claim-now at wood-02; remove it',
    ]);
  });

  it('that nothing needs is a fault itself', () => {
    const idle = new Map([
      ...Object.entries(GOOD),
      ['exceptions.yaml', 'exceptions:\n  - { rule: claim-now, at: wood-01, reason: Long gone. }\n'],
    ]);
    expect(faultsOf(idle)).toEqual(['exceptions.yaml:2: nothing needs the exception claim-now at wood-01; remove it']);
  });

  it('without a reason is a fault', () => {
    expect(faultsOf(texts('exceptions:\n  - { rule: claim-now, at: wood-01 }\n'))[0]).toMatch(
      /exceptions\[0\]\.reason/,
    );
  });
});

describe('knowledge once loaded', () => {
  const knowledge = loadKnowledge('trees', spoilt());

  it('cannot be changed, however deep', () => {
    const frozen = (value: unknown): boolean =>
      value === null ||
      typeof value !== 'object' ||
      (Object.isFrozen(value) && (value instanceof Map ? [...value.values()] : Object.values(value)).every(frozen));
    expect(frozen(knowledge)).toBe(true);
    for (const topic of knowledge.topics.values()) {
      expect(() => Object.assign(topic, { verdict: 'Other.' })).toThrow(TypeError);
    }
  });

  it('has a revision that changes with any text, and only then', () => {
    const { revision } = knowledge;
    expect(loadKnowledge('elsewhere', new Map([...spoilt()].reverse())).revision).toBe(revision);
    expect(
      loadKnowledge('trees', spoilt(['sections/wood.yaml', 'Both are brown.', 'Both are Brown.'])).revision,
    ).not.toBe(revision);
    expect(loadKnowledge('trees', spoilt(['tools.yaml', 'A tool.', 'A tool!'])).revision).not.toBe(revision);
  });

  it('does without the files that a folder may lack', () => {
    const texts = spoilt(['sections/wood.yaml', '    charts: [janka]\n', '']);
    const few = new Map([...texts].filter(([file]) => file !== 'tools.yaml' && file !== 'benchmarks.yaml'));
    expect(loadKnowledge('trees', few)).toMatchObject({ tools: [], charts: [], words: { phrases: [], same: [] } });
  });

  it('has its cells in the order of the columns, not of the file', () => {
    const swapped = spoilt([
      'sections/wood.yaml',
      '      oak:\n        says: Hard.\n        sources: [oak-page]\n      elm:\n        says: Softer.\n        sources: [elm-page]\n',
      '      elm:\n        says: Softer.\n        sources: [elm-page]\n      oak:\n        says: Hard.\n        sources: [oak-page]\n',
    ]);
    const [topic] = loadKnowledge('trees', swapped).topics.values();
    expect([...(topic?.cells.keys() ?? [])]).toEqual(['oak', 'elm']);
  });
});

describe('what people type', () => {
  const verdict = '    verdict:';
  const questionsIn = (yaml: string) =>
    loadKnowledge('trees', spoilt(['sections/wood.yaml', verdict, `    questions: ${yaml}\n${verdict}`])).sections[0]
      ?.topics[0]?.questions;

  it('stands one a line, without quotes, or as a list', () => {
    expect(questionsIn("|\n      oak: yes or no?\n\n      - isn't elm softer\n")).toEqual([
      'oak: yes or no?',
      "- isn't elm softer",
    ]);
    expect(questionsIn('[oak or elm, which burns longer]')).toEqual(['oak or elm', 'which burns longer']);
  });

  it('is a fault where a line is too long', () => {
    const long = `|\n      ${'oak '.repeat(80)}`;
    expect(faultsOf(spoilt(['sections/wood.yaml', verdict, `    questions: ${long}\n${verdict}`]))[0]).toMatch(
      /topics\[0\]\.questions\[0\]/,
    );
  });
});
