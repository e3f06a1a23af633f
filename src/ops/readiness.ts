import type { Storage } from '../storage/storage.ts';

/** What the bot answers from just now, and the change it refused, if the folder is faulty. */
export interface KnowledgeState {
  readonly revision: string;
  readonly topics: number;
  readonly loadedAt: string;
  readonly refused?: { readonly faults: number; readonly first: readonly string[] };
}

export interface Readiness {
  readonly ready: boolean;
  readonly slack: boolean;
  readonly database: boolean;
  /** A refused change does not make the bot unready: it answers from what it had. */
  readonly knowledge: KnowledgeState;
}

export interface ReadinessParts {
  readonly slackConnected: () => boolean;
  readonly storage: Pick<Storage, 'ping'>;
  readonly knowledge: () => KnowledgeState;
}

export async function readiness({ slackConnected, storage, knowledge }: ReadinessParts): Promise<Readiness> {
  const slack = slackConnected();
  const database = await storage.ping().then(
    () => true,
    () => false,
  );
  return { ready: slack && database, slack, database, knowledge: knowledge() };
}
