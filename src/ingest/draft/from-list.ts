import type { List, ListItem, Place } from '../article.ts';
import { sentences } from '../sentences.ts';
import type { Compared } from './frameworks.ts';
import type { NamedIn } from './named-in.ts';
import type { Said, TopicDraft } from './topic-draft.ts';

/** What a list gives: topics of its own, or text and notes for the section's overview. */
export interface FromList {
  readonly topics: readonly KeyedTopic[];
  /** The sentence above the list, where it is a statement and not just a label. */
  readonly text: readonly string[];
  readonly notes: readonly string[];
}

/** Topics with the same key in one section are one topic: "GPUs" in one framework's list and in the other's. */
export interface KeyedTopic extends TopicDraft {
  readonly key: string;
}

export interface ListContext {
  /** The sentence above it that ends in a colon. */
  readonly lead: string | undefined;
  /** The heading it stands under. */
  readonly title: string;
  readonly frameworks: readonly Compared[];
  readonly named: NamedIn;
}

interface Labelled extends ListItem {
  readonly label: string;
  readonly rest: string;
}

/** Drafts a list by what it hangs under and whether its items are of the form "X – explanation". */
export function fromList(list: List, context: ListContext): FromList {
  const { lead, named } = context;
  const text = lead === undefined ? [] : [lead];
  const under = only(named(context.title));
  const owner = only(named(lead ?? '')) ?? under;
  const labelled = list.items.flatMap((item) => labelOf(item) ?? []);
  if (labelled.length * 2 > list.items.length) {
    const isName = (item: Labelled): boolean =>
      only(named(item.label)) !== undefined && item.label.split(' ').length <= 3;
    const byFramework = labelled.filter(isName);
    const own = labelled.filter((item) => !isName(item));
    return {
      topics: [
        ...own.map((item) => labelTopic(item, owner, context)),
        ...frameworkTopic(byFramework, list.place, context),
      ],
      // The labels complete the sentence: "A includes: X, Y."
      text:
        byFramework.length > 0 || lead === undefined ? [] : [`${lead} ${own.map((item) => item.label).join(', ')}.`],
      notes: list.items.filter((item) => !labelOf(item)).map((item) => item.text),
    };
  }
  if (owner !== undefined && lead !== undefined)
    return { topics: [ownedTopic(list, lead, owner, context)], text: [], notes: [] };
  const items = list.items.map((item) => item.text).join('; ');
  if (owner !== undefined) return { topics: [ownedTopic(list, context.title, owner, context)], text, notes: [] };
  return { topics: [], text: [], notes: [lead === undefined ? items : `${lead} ${items}`] };
}

/** "TPUs – chips of Google's": a label of few words, a mark, an explanation. */
function labelOf(item: ListItem): Labelled | undefined {
  const mark = /\s[–—-]\s|:\s/.exec(item.text.slice(0, 70));
  if (!mark || mark.index === 0) return undefined;
  const label = item.text.slice(0, mark.index);
  const rest = item.text.slice(mark.index + mark[0].length).trim();
  return label.length <= 50 && label.split(' ').length <= 6 && !/[.!?]$/.test(label) && rest !== ''
    ? { ...item, label, rest }
    : undefined;
}

const only = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);
const unknown = (text: string): Said => ({ support: 'unknown', text });

function labelTopic(item: Labelled, owner: string | undefined, { frameworks, named }: ListContext): KeyedTopic {
  const id = owner ?? only(named(item.rest));
  const name = frameworks.find((framework) => framework.id === id)?.name;
  const verdict = `${item.label}${name === undefined ? '' : ` (${name})`}: ${sentences(item.rest)[0] ?? item.rest}`;
  const said = new Map(id === undefined ? [] : [[id, unknown(item.rest)]]);
  return {
    key: `label ${item.label.toLowerCase()}`,
    title: item.label,
    place: item.place,
    verdict,
    composed: true,
    said,
    notes: id === undefined ? [item.rest] : [],
  };
}

/** A list of "A: …" and "B: …" is one topic with a cell for each. */
function frameworkTopic(
  items: readonly Labelled[],
  place: Place,
  { lead, title, named }: ListContext,
): readonly KeyedTopic[] {
  if (items.length === 0) return [];
  const texts = new Map<string, string>();
  for (const item of items) {
    const id = only(named(item.label)) ?? '';
    const before = texts.get(id);
    texts.set(id, before === undefined ? item.rest : `${before}; ${item.rest}`);
  }
  const said = new Map([...texts].map(([id, text]) => [id, unknown(text)]));
  const verdict = lead === undefined ? items.map((item) => item.text).join('; ') : ended(lead);
  return [{ key: `list ${place.first}`, title: `${title}: one by one`, place, verdict, said, notes: [] }];
}

/** A list under one framework's label: "Use A for:". Its twin "Use B for:" falls into the same topic. */
function ownedTopic(list: List, lead: string, owner: string, { frameworks, named }: ListContext): KeyedTopic {
  const name = frameworks.find((framework) => framework.id === owner)?.name ?? '';
  const all = frameworks.map((framework) => framework.name).join(' or ');
  const label = lead.replace(/:$/, '');
  const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  const items = list.items.map((item) => item.text).join('; ');
  const short = label.split(' ').length <= 8 && named(label).length === 1;
  return {
    key: `owned ${short ? label.toLowerCase().replace(pattern, '…') : `line ${list.place.first}`}`,
    title: short ? label.replace(pattern, () => all) : label,
    place: list.place,
    verdict: `${lead.endsWith(':') ? lead : `${lead}:`} ${items}`,
    composed: short,
    said: new Map([[owner, unknown(items)]]),
    notes: [],
  };
}

const ended = (lead: string): string => lead.replace(/:$/, '.');
