/** The columns as Kysely knows them. Times are milliseconds since 1970. */
export interface Tables {
  readonly claims: {
    readonly key: string;
    readonly state: 'working' | 'failed' | 'done';
    readonly tries: number;
    readonly at: number;
  };
  readonly threads: {
    readonly team: string;
    readonly channel: string;
    readonly thread: string;
    readonly state: string;
    readonly at: number;
  };
  readonly answers: {
    readonly key: string;
    readonly channel: string;
    readonly ts: string;
    readonly thread: string | null;
    readonly before: string | null;
    readonly at: number;
  };
}
