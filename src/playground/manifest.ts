import { z } from 'zod';

/** The part of an app manifest that decides what Slack delivers and permits. */
const manifestSchema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    app_home: z
      .object({ home_tab_enabled: z.boolean().default(false), messages_tab_enabled: z.boolean().default(true) })
      .optional(),
    bot_user: z.object({ display_name: z.string() }),
    slash_commands: z
      .array(
        z.object({
          command: z.string().startsWith('/'),
          description: z.string().default(''),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).default([]) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).optional(),
    interactivity: z.object({ is_enabled: z.boolean() }).optional(),
  }),
});

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  /** Whether `@ada` and `#general` reach the app as `<@U…>` and `<#C…>`. */
  readonly shouldEscape: boolean;
}

export interface AppManifest {
  readonly appName: string;
  readonly botName: string;
  readonly commands: readonly SlashCommand[];
  readonly scopes: readonly string[];
  readonly botEvents: readonly string[];
  readonly interactive: boolean;
  readonly homeTab: boolean;
}

/** Reads a parsed manifest.json; throws zod's error, which names the field, when it could not be installed. */
export function readManifest(manifest: unknown): AppManifest {
  const read = manifestSchema.parse(manifest);
  return {
    appName: read.display_information.name,
    botName: read.features.bot_user.display_name,
    commands: read.features.slash_commands.map((command) => ({
      command: command.command,
      description: command.description,
      usageHint: command.usage_hint,
      shouldEscape: command.should_escape,
    })),
    scopes: read.oauth_config.scopes.bot,
    botEvents: read.settings.event_subscriptions?.bot_events ?? [],
    interactive: read.settings.interactivity?.is_enabled ?? false,
    homeTab: read.features.app_home?.home_tab_enabled ?? false,
  };
}
