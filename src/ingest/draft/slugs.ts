const MOST = 48;

/** "What about C++?" becomes "what-about-c-plus-plus"; undefined when no letter of it can stand in a slug. */
export function slugOf(text: string): string | undefined {
  const plain = text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\+\+/g, ' plus plus ')
    .replace(/(?<=\b[A-Z])#/g, ' sharp ')
    .toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    if (slug !== '' && slug.length + 1 + word.length > MOST) break;
    slug = slug === '' ? word.slice(0, MOST) : `${slug}-${word}`;
  }
  // An object has this key without being asked, so it cannot tell a framework.
  return slug === 'constructor' ? 'the-constructor' : slug || undefined;
}

/** Hands out slugs, each once: the title's own, else one that says where it belongs, else a numbered one. */
export class Slugs {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  give(title: string, within: string): string {
    const own = slugOf(title) ?? within;
    const slug = [own, `${within}-${own}`].find((each) => !this.#taken.has(each)) ?? this.#numbered(own);
    this.#taken.add(slug);
    return slug;
  }

  #numbered(slug: string): string {
    let number = this.#next.get(slug) ?? 2;
    while (this.#taken.has(`${slug}-${number}`)) number += 1;
    this.#next.set(slug, number + 1);
    return `${slug}-${number}`;
  }
}
