import { payloadName } from './commands.ts';
import { idOf, type Who } from './conversation.ts';
import type { Outbox, Reply } from './delivery.ts';
import { WorkspaceError } from './errors.ts';
import type { ResponseUrls } from './response-urls.ts';
import { type Dict, isDict, onTheWire, type Place, type WireBlock } from './wire.ts';
import { APP_ID, TEAM, type Workspace } from './workspace.ts';

export interface Click {
  readonly by: Who;
  /** The message or ephemeral that holds the element, or the person's Home tab. */
  readonly on: Place | 'home';
  readonly action_id: string;
  /** Which of several: the button's value, the option's, or the positive or negative one of feedback buttons. */
  readonly value?: string | undefined;
  readonly block_id?: string | undefined;
}

/** Clicks on what the app drew, sent as `block_actions`. */
export class Clicks {
  readonly #workspace: Workspace;
  readonly #outbox: Outbox;
  readonly #responses: ResponseUrls;

  constructor(workspace: Workspace, outbox: Outbox, responses: ResponseUrls) {
    this.#workspace = workspace;
    this.#outbox = outbox;
    this.#responses = responses;
  }

  /** Resolves with the app's acknowledgement; throws when there is no such element to click. */
  async click(click: Click): Promise<Reply> {
    const user = this.#workspace.person(idOf(click.by));
    const { blocks, fields } = click.on === 'home' ? this.#home(user.id) : this.#message(click.on, user.id);
    const found = elementsOf(blocks).find(
      ({ element, block_id }) =>
        element.action_id === click.action_id &&
        (click.block_id === undefined || click.block_id === block_id) &&
        (click.value === undefined || valuesOf(element).includes(click.value)),
    );
    if (!found) throw new WorkspaceError(`There is no element "${click.action_id}" to click there.`);
    return this.#outbox.once('interactive', {
      type: 'block_actions',
      user: { id: user.id, username: user.name, name: user.name, team_id: TEAM.id },
      api_app_id: APP_ID,
      token: 'local',
      trigger_id: this.#workspace.nextId('trigger.'),
      team: { id: TEAM.id, domain: TEAM.domain },
      enterprise: null,
      is_enterprise_install: false,
      ...fields,
      actions: [
        { ...actionOf(found.element, click.value), block_id: found.block_id, action_ts: this.#workspace.nextTs() },
      ],
    });
  }

  #home(user: string): { blocks: readonly WireBlock[]; fields: Dict } {
    const view = this.#workspace.homes.get(user);
    if (!view) throw new WorkspaceError(`The Home tab of ${user} is empty.`);
    return { blocks: view.blocks, fields: { container: { type: 'view', view_id: view.id }, view } };
  }

  #message({ channel, ts }: Place, user: string): { blocks: readonly WireBlock[]; fields: Dict } {
    const message = this.#workspace.message(channel, ts);
    const ephemeral = this.#workspace.ephemerals(user).find((one) => one.ts === ts);
    const thread_ts = message?.thread_ts ?? ephemeral?.thread_ts;
    const is_ephemeral = message === undefined;
    const response_url = this.#responses.grant({
      channel,
      user,
      thread_ts,
      original: { channel, ts, ephemeral: is_ephemeral },
    });
    const container = {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral,
      ...(thread_ts ? { thread_ts } : {}),
    };
    return {
      blocks: message?.blocks ?? ephemeral?.blocks ?? [],
      fields: {
        container,
        channel: { id: channel, name: payloadName(this.#workspace.channel(channel)) },
        // Slack does not keep ephemeral messages, so a click on one carries none.
        ...(message ? { message: onTheWire(message) } : {}),
        state: { values: {} },
        response_url,
      },
    };
  }
}

function elementsOf(blocks: readonly WireBlock[]): readonly { readonly element: Dict; readonly block_id: string }[] {
  return blocks.flatMap((block) => {
    const inner = [block.elements, block.accessory].flat().filter(isDict);
    const children = Array.isArray(block.child_blocks) ? elementsOf(block.child_blocks) : [];
    return [...inner.map((element) => ({ element, block_id: block.block_id ?? '' })), ...children];
  });
}

function options(element: Dict): readonly Dict[] {
  return [element.options, element.positive_button, element.negative_button].flat().filter(isDict);
}

function valuesOf(element: Dict): readonly unknown[] {
  return [element.value, ...options(element).map((option) => option.value)];
}

function actionOf(element: Dict, value: string | undefined): Dict {
  const { type, action_id, text } = element;
  const chosen = options(element).find((option) => option.value === value) ?? options(element)[0];
  switch (type) {
    case 'button':
    case 'icon_button':
      return { type, action_id, text, ...(element.value === undefined ? {} : { value: element.value }) };
    case 'feedback_buttons':
      return { type, action_id, text: chosen?.text, value: chosen?.value };
    case 'checkboxes':
      return { type, action_id, selected_options: chosen ? [chosen] : [] };
    default:
      return { type, action_id, selected_option: chosen };
  }
}
