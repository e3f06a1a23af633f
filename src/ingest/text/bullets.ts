const MARK = /^(?:([•●○◦▪■‣⁃·*+–—-])\s+|(\d{1,2})[.)]\s+)(?=\S)/;

export interface Bullet {
  readonly text: string;
  readonly numbered: boolean;
}

/** A line with a list mark, without the mark; undefined for any other line. */
export function toBullet(line: string): Bullet | undefined {
  const mark = MARK.exec(line);
  return mark ? { text: line.slice(mark[0].length), numbered: mark[2] !== undefined } : undefined;
}
