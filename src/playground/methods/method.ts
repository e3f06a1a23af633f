import type { Events } from '../events.ts';
import type { AppManifest } from '../manifest.ts';
import type { SocketTransport } from '../socket-transport.ts';
import type { Dict } from '../wire.ts';
import type { Workspace } from '../workspace.ts';

/** What a method may use. `track` lets the workspace know of events that a call sets off but does not wait for. */
export interface MethodContext {
  readonly workspace: Workspace;
  readonly manifest: AppManifest;
  readonly events: Events;
  readonly sockets: SocketTransport;
  readonly track: (work: Promise<unknown>) => void;
  readonly url: () => string;
}

export interface Method {
  /** Any one of these suffices; empty for methods every token may call. */
  readonly scopes: (args: Dict, context: MethodContext) => readonly string[];
  readonly token: 'bot' | 'app';
  readonly run: (args: Dict, context: MethodContext) => Dict;
}

/** Slack's `{ ok: false, error }`. */
export class ApiRefusal extends Error {
  constructor(
    readonly error: string,
    readonly more: Dict = {},
  ) {
    super(error);
  }
}

/** An argument as text; a number becomes text, since Slack takes both. */
export function textArg(args: Dict, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

export function neededArg(args: Dict, name: string): string {
  const value = textArg(args, name);
  if (value) return value;
  const messages = [`[ERROR] missing required field: ${name}`];
  throw new ApiRefusal('invalid_arguments', { response_metadata: { messages } });
}

export function flagArg(args: Dict, name: string): boolean {
  return args[name] === true || args[name] === 'true' || args[name] === '1' || args[name] === 1;
}
