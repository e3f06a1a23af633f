import { z } from 'zod';

/**
 * The format of a knowledge folder, one schema a file. Strict throughout, so a misspelt key is a fault. The limits keep
 * every answer on one phone screen and far from Slack's own limits; `describe` is the author's help and reaches editors
 * through the generated JSON Schema.
 */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens, for example "multi-node"');
const version = z.string().regex(/^\d+(\.\d+)*$/, 'write a version as numbers and dots, quoted, for example "2.10"');
const day = z.iso.date();
/** A day, a month or a year: as exact as the source is. */
const moment = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a date as "2026", "2026-11" or "2026-11-22"');
const line = (most: number) => z.string().trim().min(1).max(most);
/** What people type, one a line of a text (`|`), where nothing needs quotes and empty lines count for nothing; or as a list. */
const typed = z
  .union([z.string(), z.array(z.string())])
  .transform((all) => (typeof all === 'string' ? all.split('\n').flatMap((each) => each.trim() || []) : all))
  .pipe(z.array(line(240)).min(1));
const messages = typed.default([]);
const sourceIds = z.array(slug).describe('Ids from sources.yaml, the best one first.');

export const SUPPORT = ['yes', 'partly', 'no', 'unknown'] as const;
export const CLASSES = ['release', 'design', 'history'] as const;
export const VERDICTS = ['still true', 'outdated', 'wrong even then', 'unverifiable'] as const;
export const SOURCE_KINDS = ['docs', 'release', 'repository', 'paper', 'press', 'community', 'article'] as const;

const freshnessClass = z
  .enum(CLASSES)
  .describe('How fast it goes stale: release facts in 90 days, design facts in 270, history never.');

export const sourceSchema = z.strictObject({
  title: line(100).describe('What the page is, in words a reader knows: "TensorFlow install guide".'),
  url: z
    .url({ protocol: /^https?$/ })
    .exactOptional()
    .describe('Where it is. Only an article fed in from a file may lack it.'),
  file: line(200).exactOptional().describe('For an article fed in from a file: its name.'),
  kind: z.enum(SOURCE_KINDS).describe('docs, release notes and repositories are preferred over press and community.'),
  read: day.describe('The day a person last read it, for example 2026-11-22.'),
  as_of: moment.exactOptional().describe('The state of the page that was read, when it is older: a commit date, say.'),
});

export const frameworkSchema = z.strictObject({
  id: slug,
  name: line(30),
  about: line(200).describe('One sentence for somebody who never heard of it.'),
  aliases: z
    .array(line(40))
    .describe('What people call it: short names, misspellings too odd to be guessed, its maker.'),
  column: z.boolean().describe('true: a column of every comparison. false: shown when somebody asks for it.'),
  logo_alt: line(80).describe('Alternative text for its logo.'),
  topic: slug.exactOptional().describe('The topic that answers when somebody only says its name.'),
  links: z.array(z.strictObject({ title: line(60), url: z.url() })).min(1),
  versions: z
    .array(z.strictObject({ version, released: moment }))
    .min(1)
    .describe('Newest first; the first is what unpinned answers are about.'),
  sources: sourceIds.min(1),
});

export const toolSchema = z.strictObject({
  id: slug,
  name: line(50),
  aliases: z.array(line(50)).default([]),
  is: line(200).describe('What it is, in one sentence.'),
  topic: slug.describe('The topic that answers a question about it.'),
  retired: z
    .strictObject({
      since: moment.describe('When it was renamed, replaced or given up.'),
      successor: line(80).describe('What people use now.'),
      says: line(240).describe('The sentence an answer begins with when somebody asks by this old name.'),
      sources: sourceIds.min(1),
    })
    .exactOptional(),
  sources: sourceIds.min(1),
});

const statement = {
  support: z.enum(SUPPORT).exactOptional().describe('Leave out where yes and no make no sense.'),
  says: line(320).describe('One or two plain sentences, as shown to the reader.'),
  sources: sourceIds.min(1),
};

export const cellSchema = z.strictObject({
  ...statement,
  since: moment.exactOptional().describe('When this became true.'),
  from: version.exactOptional().describe('The first version of the framework it holds for.'),
  keeps: freshnessClass.exactOptional().describe("Only where it differs from the topic's."),
  earlier: z
    .array(
      z.strictObject({
        ...statement,
        from: version.exactOptional(),
        until: version.describe('Held below this version.'),
      }),
    )
    .exactOptional()
    .describe('What was true of earlier versions, newest first.'),
});

export const claimSchema = z.strictObject({
  id: slug.describe('Unique in the folder; the audit lists claims by it.'),
  said: line(240).describe('What the article said, in our words.'),
  verdict: z.enum(VERDICTS),
  now: line(320).exactOptional().describe('What is true today. May be left out only when it is still true.'),
  since: moment.exactOptional().describe('Since when that is so.'),
  sources: sourceIds,
});

export const disputeSchema = z.strictObject({
  says: line(280),
  by: line(80).describe('Who says so.'),
  date: moment,
  hardware: line(80).exactOptional(),
  method: line(160).exactOptional(),
  source: slug,
});

const perFramework = <T extends z.ZodType>(value: T) => z.record(slug, value);

export const topicSchema = z.strictObject({
  id: slug,
  title: line(60),
  overview: z.boolean().exactOptional().describe("true for the one topic that answers for the section's whole."),
  asked: z
    .array(line(80))
    .min(1)
    .describe('Words and short phrases people use for it, as they would say them; framework names are not needed.'),
  questions: messages.describe(
    'Whole questions as strangers put them, one a line, in words that differ from one another; they are only for finding it.',
  ),
  verdict: line(240).describe('The first line of the answer: it answers.'),
  keeps: freshnessClass,
  cells: perFramework(cellSchema).default({}).describe('One for each framework, by its id.'),
  notes: z
    .array(z.strictObject({ says: line(400), sources: sourceIds.min(1) }))
    .default([])
    .describe('What belongs to no single framework.'),
  changed: z
    .strictObject({ since: moment, says: line(240), sources: sourceIds.min(1) })
    .exactOptional()
    .describe('What changed last.'),
  code: z
    .strictObject({
      language: line(20).default('python'),
      note: line(160).exactOptional(),
      snippets: perFramework(z.string().trim().min(1).max(1200)),
    })
    .exactOptional(),
  article: z.array(claimSchema).default([]).describe('The claims of the article that this topic carries.'),
  disputed: z
    .array(disputeSchema)
    .min(2)
    .exactOptional()
    .describe('Sources that disagree, side by side; never blended.'),
  charts: z.array(slug).default([]).describe('Ids of charts in benchmarks.yaml.'),
  related: z.array(slug).max(6).default([]).describe('Topics a reader may want next.'),
  draft: line(80)
    .exactOptional()
    .describe('Set by `fwcompare ingest`: its place in the source. Remove it once a person has checked the topic.'),
});

export const sectionFileSchema = z.strictObject({
  section: slug,
  title: line(60),
  about: line(160),
  asked: z.array(line(40)).default([]).describe('Words that name the whole section; they help every topic in it.'),
  yields: z
    .boolean()
    .exactOptional()
    .describe(
      'true for a section that looks across the others (advice, summaries): of two topics that fit alike, the one of a narrower section answers.',
    ),
  topics: z.array(topicSchema).min(1),
});

export const chartSchema = z.strictObject({
  id: slug,
  title: line(50).describe("Slack's limit for a chart title is 50 characters."),
  metric: line(60),
  unit: line(30),
  better: z.enum(['higher', 'lower']).exactOptional().describe('Which is better; leave out where neither is.'),
  workload: line(120),
  hardware: line(80),
  comparable: z.enum(['yes', 'roughly', 'no']).describe('no: the rows must not be compared with one another.'),
  note: line(320),
  rows: z
    .array(
      z.strictObject({
        framework: slug,
        label: line(60).describe('As the source names the set-up: "PyTorch native, torch.compile".'),
        short: line(20).describe("For the chart's axis: Slack's limit is 20 characters."),
        value: z.number().nonnegative(),
        date: moment.exactOptional().describe('Left out when the source is undated; then the note says so.'),
        workload: line(120).exactOptional().describe("Only where it differs from the chart's."),
        hardware: line(80).exactOptional().describe("Only where it differs from the chart's."),
        sources: sourceIds.min(1),
      }),
    )
    .min(1)
    .max(20),
});

export const aboutSchema = z.strictObject({
  title: line(60).describe('What is compared: "PyTorch and TensorFlow".'),
  about: line(200),
  article: z.strictObject({
    title: line(120),
    source: slug.describe('Its id in sources.yaml.'),
    dated: line(240).describe('What is known of its date.'),
  }),
  sections: z.array(slug).min(1).describe('Slugs of the sections in reading order, one file each in sections/.'),
  maintainers: z
    .array(
      z.strictObject({
        name: line(60),
        slack: z
          .string()
          .regex(/^[UWC][A-Z0-9]+$/)
          .exactOptional(),
      }),
    )
    .default([])
    .describe('Who hears of a faulty folder: a Slack member or channel id.'),
  examples: z.array(line(60)).min(3).max(6).describe('Questions shown in help; each must be answered.'),
  default_topic: slug.describe('The topic that answers when somebody only names what is compared.'),
  not_compared: z
    .array(line(40))
    .default([])
    .describe('Other names people ask for; told that they are not compared here.'),
});

export const wordsSchema = z.strictObject({
  phrases: z
    .array(z.array(line(40)).min(2))
    .default([])
    .describe('Spellings of one thing, the usual one first: [multi gpu, multi-gpu, multigpu].'),
  same: z
    .array(z.array(line(40)).min(2))
    .default([])
    .describe('Words that mean nearly the same here: a question with one finds topics that use another.'),
});

export const elsewhereSchema = z.strictObject({
  id: slug,
  title: line(60).describe('What these questions are about: "Errors and crashes".'),
  says: line(160).describe('The way on: where such a question is answered.'),
  sort: slug
    .default('other')
    .describe(
      'Groups of one sort are learnt as one: how-to, machine-learning, talk. The fewer and the more unlike, the better.',
    ),
  asked: typed.describe('Phrases and questions that must not be taken for one of the topics, one a line.'),
});

/** What messages in a thread are after, once the bot has answered there: examples, from which it learns to tell them apart. */
export const followUpsSchema = z.strictObject({
  freshness: messages.describe('Whether it still holds, how old it is, what changed since; a message a line.'),
  source: messages.describe('Where it is from: links, proof, who measured or says it.'),
  verdict: messages.describe('Which one: the pick, the winner, the bottom line.'),
  code: messages.describe('An example, a command, how it looks in practice.'),
  more: messages.describe('Why, what it means, all the details.'),
  other: messages.describe('The same for the other framework, or for all side by side.'),
  detail: messages.describe('Something about the very topic, naming no other.'),
  topic: messages.describe('Another topic of the field.'),
  people: messages.describe('Nothing of the bot: talk between people.'),
});

export const FILES = {
  'about.yaml': aboutSchema,
  'frameworks.yaml': z.strictObject({ frameworks: z.array(frameworkSchema).min(1) }),
  'tools.yaml': z.strictObject({ tools: z.array(toolSchema) }),
  'sources.yaml': z.strictObject({ sources: z.record(slug, sourceSchema) }),
  'words.yaml': wordsSchema,
  'benchmarks.yaml': z.strictObject({ charts: z.array(chartSchema) }),
  'elsewhere.yaml': z.strictObject({ elsewhere: z.array(elsewhereSchema) }),
  'follow-ups.yaml': followUpsSchema,
} as const;

/** exceptions.yaml: places where a rule of the check is let by, each with its reason. */
export const exceptionsSchema = z.strictObject({
  exceptions: z.array(z.strictObject({ rule: slug, at: line(120), reason: line(240) })),
});
