import type { FrameworkId, Knowledge, Tool } from '../knowledge/model.ts';
import { keptWords } from './kept-words.ts';
import { Sequences } from './sequences.ts';

/** Something that has a name of its own. */
export type Named =
  | { readonly kind: 'framework'; readonly id: FrameworkId; readonly token: string }
  | { readonly kind: 'tool'; readonly tool: Tool }
  | { readonly kind: 'not-compared'; readonly name: string };

/** The token under which mentions of a framework are found. */
export const frameworkToken = (id: FrameworkId): string => `fw:${id}`;

export const stemsOf = (text: string): readonly string[] => keptWords(text).map((word) => word.stem);

/** Every name and alias in a knowledge folder. Where two share one, the framework has it, then the tool. */
export function namesOf(knowledge: Knowledge): Sequences<Named> {
  const names = new Sequences<Named>();
  const add = (name: string, value: Named) => names.add(stemsOf(name), value);
  for (const { id, name, aliases } of knowledge.frameworks) {
    const token = frameworkToken(id);
    for (const each of [name, ...aliases]) add(each, { kind: 'framework', id, token });
  }
  for (const tool of knowledge.tools) {
    for (const each of [tool.name, ...tool.aliases]) add(each, { kind: 'tool', tool });
  }
  for (const name of knowledge.about.not_compared) add(name, { kind: 'not-compared', name });
  return names;
}
