/** For a frame that scrolls: the keyboard must reach it, and not every browser does that by itself (WCAG 2.1.1). */
export const SCROLLABLE = { tabIndex: 0 } as const;
