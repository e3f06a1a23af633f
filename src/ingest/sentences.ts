const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** An abbreviation whose dot ends no sentence. */
const ABBREVIATED = /(?:^|\s|\()(?:e\.g|i\.e|vs|etc|cf|approx|Dr|Mr|Mrs|Ms|St|No|Fig|Inc|Ltd)\.\s*$/i;

/** Nothing longer is joined on: a text of nothing but exclamation marks must not cost a minute. */
const LONGEST = 1000;

/** The sentences of a paragraph, without white space around them. */
export function sentences(text: string): readonly string[] {
  const found: string[] = [];
  for (const segment of windows(text).flatMap((window) => [...segmenter.segment(window)].map((each) => each.segment))) {
    const last = found.at(-1);
    const goesOn =
      last !== undefined && last.length < LONGEST && (ABBREVIATED.test(last.slice(-10)) || /^\p{Ll}/u.test(segment));
    if (goesOn) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** The segmenter slows down with the square of its input, so a long text is given to it piece by piece. */
const WINDOW = 5000;

function windows(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > WINDOW) {
    const window = text.slice(from, from + WINDOW);
    const end = Math.max(window.lastIndexOf('. '), window.lastIndexOf('! '), window.lastIndexOf('? ')) + 2;
    const cut = end > WINDOW / 2 ? end : window.lastIndexOf(' ') + 1 || WINDOW;
    found.push(window.slice(0, cut));
    from += cut;
  }
  return [...found, text.slice(from)];
}
