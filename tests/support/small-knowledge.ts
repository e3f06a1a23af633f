import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A knowledge folder of two topics, so that a test says what it needs and does not lean on what is shipped. */
export const SMALL_FOLDER: Readonly<Record<string, string>> = {
  'about.yaml': `title: PyTorch and TensorFlow
about: Two frameworks for deep learning, side by side.
article: { title: An article, source: docs, dated: Undated. }
sections: [hardware]
maintainers: [{ name: Mira Costa, slack: U0MIRA }]
examples: [tpu, does it run on windows?, which gpu?]
default_topic: tpu
not_compared: []
`,
  'frameworks.yaml': `frameworks:
${['PyTorch', 'TensorFlow']
  .map(
    (name) => `  - id: ${name.toLowerCase()}
    name: ${name}
    about: A framework for deep learning.
    aliases: []
    column: true
    logo_alt: Logo of ${name}
    links: [{ title: Home, url: https://example.com/${name} }]
    versions: [{ version: '2.0', released: '2026-01' }]
    sources: [docs]
`,
  )
  .join('')}`,
  'sources.yaml': `sources:
  docs: { title: The guide, url: https://example.com/docs, kind: docs, read: '2026-11-20' }
`,
  'sections/hardware.yaml': `section: hardware
title: Hardware
about: What it runs on.
topics:
${topic('tpu', 'Google TPUs', 'Both run on TPUs.')}${topic('windows', 'Windows', 'Only one runs on Windows with a GPU.')}`,
};

function topic(id: string, title: string, verdict: string): string {
  return `  - id: ${id}
    title: ${title}
    asked: [${id}]
    verdict: ${verdict}
    keeps: history
    cells:
      pytorch: { support: 'yes', says: It does so. , sources: [docs] }
      tensorflow: { support: partly, says: It does so in part. , sources: [docs] }
    related: [${id === 'tpu' ? 'windows' : 'tpu'}]
`;
}

export interface KnowledgeFolder {
  readonly dir: string;
  /** Replaces part of one file. */
  change(file: string, from: string, to: string): void;
  remove(): void;
}

/** Writes the small folder where a test may change it. */
export function knowledgeFolder(): KnowledgeFolder {
  const dir = mkdtempSync(join(tmpdir(), 'fwcompare-knowledge-'));
  mkdirSync(join(dir, 'sections'));
  const texts = new Map(Object.entries(SMALL_FOLDER));
  for (const [file, text] of texts) writeFileSync(join(dir, file), text);
  return {
    dir,
    change: (file, from, to) => {
      const text = (texts.get(file) ?? '').replace(from, to);
      texts.set(file, text);
      writeFileSync(join(dir, file), text);
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
