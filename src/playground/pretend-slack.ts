import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Clicks } from './clicks.ts';
import { Commands } from './commands.ts';
import { Conversation, idOf, type Where, type Who } from './conversation.ts';
import { type Delivery, Outbox } from './delivery.ts';
import { Events } from './events.ts';
import type { Failure } from './failures.ts';
import { HttpTransport } from './http-transport.ts';
import { readManifest } from './manifest.ts';
import { PageApi } from './page-api.ts';
import { pageState } from './page-state.ts';
import { type PeopleActions, peopleActions } from './people-actions.ts';
import { ResponseUrls } from './response-urls.ts';
import { type ChannelKey, PEOPLE, seedWorkspace } from './seed.ts';
import { createLocalServer, listen } from './server.ts';
import { SocketTransport } from './socket-transport.ts';
import { type ApiCall, WebApi } from './web-api.ts';
import type { Channel, Dict, Ephemeral, HomeView, Person, WireMessage } from './wire.ts';

export type { Click } from './clicks.ts';
export type { CommandOutcome } from './commands.ts';
export type { Said } from './conversation.ts';
export type { Delivery, Reply } from './delivery.ts';
export { PortTakenError, UrlNotVerifiedError, WorkspaceError } from './errors.ts';
export type { Failure } from './failures.ts';
export type { ApiCall } from './web-api.ts';
export type { Channel, Dict, Ephemeral, HomeView, Person, Place, WireBlock, WireMessage } from './wire.ts';

export interface PretendSlackOptions {
  /** The parsed manifest.json: it decides which events come, which commands exist and what the token may do. */
  readonly manifest: unknown;
  readonly signingSecret: string;
  readonly botToken: string;
  /** With one, Socket Mode is on, and events that come while no socket is open are tried again. */
  readonly appToken?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Only an address of this machine; anything else is refused. */
  readonly host?: string;
  /** Directory of the built page; without it only the API is served. */
  readonly page?: string;
  /** What a first visitor is offered to try. */
  readonly suggestions?: readonly string[];
  /** Answers addresses of the host program, such as /healthz: true when it has taken the request. */
  readonly routes?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** When an unacknowledged event is sent again; Slack's [0, 60_000, 300_000] by default. */
  readonly retryDelaysMs?: readonly number[];
  /** How long Slack waits for an acknowledgement; 3,000 by default. */
  readonly ackTimeoutMs?: number;
  /** The time messages are stamped with, and by which response URLs expire. */
  readonly clock?: () => number;
}

/** A Slack of one workspace and one app, at the wire. */
export interface PretendSlack extends PeopleActions {
  readonly url: string;
  /** For `SLACK_API_URL` or `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  readonly people: typeof PEOPLE;
  readonly bot: Person & { readonly botId: string };
  readonly channels: Readonly<Record<ChannelKey, Channel>>;
  /** A person's direct conversation with the bot. */
  dm(person: Who): Channel;

  /** HTTP mode: verifies the events URL and sends everything there from now on. */
  deliverTo(eventsUrl: string): Promise<void>;
  /** Sends an event past all rules; `envelope` overrides outer fields, so the same `event_id` can come twice. */
  deliver(event: Dict, envelope?: Dict): Promise<Delivery>;
  /** Makes the next calls of a Web API method fail. */
  failNext(method: string, failure: Failure, times?: number): void;
  readonly sockets: Pick<SocketTransport, 'connections' | 'requestReconnect' | 'cut'>;

  /** Oldest first, replies among them. */
  messages(channel: Where): readonly WireMessage[];
  /** The replies in a thread, without its head. */
  thread(channel: Where, ts: string): readonly WireMessage[];
  ephemerals(person?: Who): readonly Ephemeral[];
  home(person: Who): HomeView | undefined;
  /** Web API calls so far, failed ones too. */
  calls(method?: string): readonly ApiCall[];

  /** Resolves once `condition` holds; looks after every change, and rejects when it takes longer than `timeoutMs`. */
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  /** Resolves once nothing has been on the wire for `quietMs`: no delivery, no API call, no change. */
  settled(quietMs?: number): Promise<void>;
  close(): Promise<void>;
}

export async function startPretendSlack(options: PretendSlackOptions): Promise<PretendSlack> {
  const manifest = readManifest(options.manifest);
  const { workspace, channels } = seedWorkspace(manifest.botName, options.clock ?? Date.now);
  let url = '';
  const address = () => url;

  const sockets = new SocketTransport();
  const http = new HttpTransport(options.signingSecret);
  const outbox = new Outbox([sockets, http], {
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
    waitsForSocket: options.appToken !== undefined,
  });
  const events = new Events(workspace, manifest, outbox);

  const working = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    working.add(work);
    const done = () => void working.delete(work);
    work.then(done, done);
    return work;
  };
  const background = (work: Promise<unknown>) => void track(work);

  const responses = new ResponseUrls(workspace, events, address, background);
  const conversation = new Conversation(workspace, events);
  const commands = new Commands(workspace, manifest, outbox, responses, conversation);
  const clicks = new Clicks(workspace, outbox, responses);
  const actions = peopleActions(workspace, { conversation, commands, clicks }, track);
  const webApi = new WebApi(
    { workspace, manifest, events, sockets, track: background, url: address },
    { bot: options.botToken, app: options.appToken },
  );
  const pageApi = new PageApi(actions, () => pageState(workspace, manifest, options.suggestions ?? []));

  let lastChange = Date.now();
  workspace.onChange(() => {
    lastChange = Date.now();
    pageApi.push();
  });

  const server = createLocalServer({ webApi, responses, pageApi, sockets, page: options.page, more: options.routes });
  url = await listen(server, options.host ?? '127.0.0.1', options.port ?? 0);

  return {
    ...actions,
    url,
    apiUrl: `${url}/api/`,
    people: PEOPLE,
    bot: workspace.bot,
    channels,
    sockets,
    dm: (person) => workspace.directMessages(idOf(person)),
    deliverTo: (eventsUrl) => http.deliverTo(eventsUrl),
    deliver: (event, envelope) => track(events.raw(event, envelope)),
    failNext: (method, failure, times = 1) => webApi.failures.failNext(method, failure, times),
    messages: (channel) => workspace.messages(idOf(channel)),
    thread: (channel, ts) => workspace.replies(idOf(channel), ts),
    ephemerals: (person) => workspace.ephemerals(person === undefined ? undefined : idOf(person)),
    home: (person) => workspace.homes.get(idOf(person)),
    calls: (method) => webApi.calls(method),
    until: (condition, timeoutMs = 5000) => until(condition, timeoutMs, (listener) => workspace.onChange(listener)),
    async settled(quietMs = 100) {
      const busy = () => working.size > 0 || webApi.inFlight > 0 || outbox.pending > 0;
      while (busy() || Date.now() - lastChange < quietMs) await sleep(5);
    },
    async close() {
      outbox.close();
      pageApi.close();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function until(
  condition: () => boolean,
  timeoutMs: number,
  onChange: (listener: () => void) => () => void,
): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = onChange(() => {
      if (!condition()) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`It did not come to be within ${timeoutMs} ms: ${condition}`));
    }, timeoutMs);
  });
}
