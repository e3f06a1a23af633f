/** The ids of the frameworks that a text names, in the frameworks' order. */
export type NamedIn = (text: string) => readonly string[];

/**
 * Knows the frameworks by name. The longest name wins where one is part of another; a short everyday word such as "Go"
 * or "React" counts only as it is spelt, every other name in any case.
 */
export function namedIn(frameworks: readonly { readonly id: string; readonly name: string }[]): NamedIn {
  const patterns = [...frameworks]
    .sort((a, b) => b.name.length - a.name.length)
    .map(({ id, name }) => ({ id, pattern: patternOf(name) }));
  return (text) => {
    const found = new Set<string>();
    let rest = text;
    for (const { id, pattern } of patterns) {
      rest = rest.replace(pattern, () => {
        found.add(id);
        return '\0';
      });
    }
    return frameworks.flatMap(({ id }) => (found.has(id) ? [id] : []));
  };
}

function patternOf(name: string): RegExp {
  const everyday = /^\p{L}{1,6}$/u.test(name);
  const stem = !everyday && /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
  const spelt = stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '[\\s-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${spelt}(?:s)?(?![\\p{L}])`, everyday ? 'gu' : 'giu');
}
