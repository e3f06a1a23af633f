import type { Channel, Person, WireBlock } from './wire.ts';

/** What a person types becomes what Slack stores: `@fwcompare` -> `<@U0BOT>`, `#general` -> `<#C…|general>`, & < > escaped. */
export function toWireText(typed: string, people: Iterable<Person>, channels: Iterable<Channel>): string {
  const byHandle = new Map([...people].map((person) => [person.name.toLowerCase(), person.id]));
  const byName = new Map([...channels].filter((one) => one.kind === 'public').map((one) => [one.name, one.id]));
  return typed
    .split(/(<[@#!][^<>]+>|<https?:[^<>]+>)/)
    .map((part, index) => (index % 2 === 1 ? part : markUp(part, byHandle, byName)))
    .join('');
}

function markUp(plain: string, byHandle: ReadonlyMap<string, string>, byName: ReadonlyMap<string, string>): string {
  return plain
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\bhttps?:\/\/[^\s]+[^\s.,;:!?)'"]/g, (url) => `<${url}>`)
    .replace(/(?<![\w.])@([\w.-]*\w)/g, (as, handle: string) => {
      const id = byHandle.get(handle.toLowerCase());
      return id === undefined ? as : `<@${id}>`;
    })
    .replace(/(?<![\w&/])#([\w-]+)/g, (as, name: string) => {
      const id = byName.get(name);
      return id === undefined ? as : `<#${id}|${name}>`;
    });
}

export function mentions(text: string, userId: string): boolean {
  return text.includes(`<@${userId}>`) || text.includes(`<@${userId}|`);
}

/** The rich text block that Slack's own composer adds to each message of a person. */
export function richTextOf(wireText: string, blockId: string): WireBlock {
  const elements = wireText
    .split(/(<[@#][^<>]+>|<https?:[^<>]+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, sign, id] = /^<([@#])([^|>]+)/.exec(part) ?? [];
      if (sign === '@') return { type: 'user', user_id: id };
      if (sign === '#') return { type: 'channel', channel_id: id };
      const url = /^<(https?:[^|>]+)/.exec(part)?.[1];
      return url === undefined ? { type: 'text', text: unescapeText(part) } : { type: 'link', url };
    });
  return { type: 'rich_text', block_id: blockId, elements: [{ type: 'rich_text_section', elements }] };
}

export function unescapeText(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
