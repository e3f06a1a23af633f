import { type Dict, isDict, type WireBlock } from '../../wire.ts';

/** Blocks were checked by the server; these read a field of one without saying its type again. */
export function dicts(value: unknown): readonly Dict[] {
  return Array.isArray(value) ? value.filter(isDict) : [];
}

export function blocksIn(value: unknown): readonly WireBlock[] {
  return dicts(value).filter((one): one is WireBlock => typeof one.type === 'string');
}

export function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The text of a text object, a cell or a piece of rich text, without its marks. */
export function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('');
  if (!isDict(value)) return '';
  if (typeof value.text === 'string') return value.text;
  if (typeof value.url === 'string') return value.url;
  return plain(value.text ?? value.elements);
}

/** Things without an id, each with a key: what it says, numbered when something before says the same. */
export function keyed<T>(
  things: readonly T[],
): readonly { readonly key: string; readonly thing: T; readonly at: number }[] {
  const times = new Map<string, number>();
  return things.map((thing, at) => {
    const says = Array.isArray(thing) ? plain(thing[0]) : plain(thing);
    const time = (times.get(says) ?? 0) + 1;
    times.set(says, time);
    return { key: `${says}#${time}`, thing, at };
  });
}
