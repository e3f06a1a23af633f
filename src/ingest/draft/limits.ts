/** How long a text of a draft may be: the schema's limits, held to it by tests/ingest/limits.test.ts. */
export const LIMITS = {
  name: 30,
  title: 60,
  articleTitle: 120,
  about: 200,
  verdict: 240,
  says: 320,
  note: 400,
  snippet: 1200,
  asked: 80,
  sectionAsked: 40,
  sectionAbout: 160,
  sourceTitle: 100,
  file: 200,
  example: 60,
  language: 20,
} as const;
