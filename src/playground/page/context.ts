import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PageState } from '../page-state.ts';
import type { Person } from '../wire.ts';

/** Who is looking at which workspace. */
export interface Viewer {
  readonly state: PageState;
  readonly me: Person;
  /** Shows a short notice, for what went wrong. */
  readonly notify: (text: string) => void;
}

const ViewerContext = createContext<Viewer | undefined>(undefined);
export const ViewerProvider = ViewerContext.Provider;

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('There is no workspace around this component.');
  return viewer;
}

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
