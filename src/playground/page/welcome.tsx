import type { PageState } from '../page-state.ts';

interface WelcomeProps {
  readonly botName: string;
  readonly suggestions: readonly string[];
  readonly onTry: (text: string) => void;
}

/** What a first visitor finds in an empty channel. */
export function Welcome({ botName, suggestions, onTry }: WelcomeProps) {
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h3 id="welcome-title">Try {botName} here</h3>
      <p>
        This is a local workspace: a pretend Slack on your own machine, with the real bot in it. Nothing you type is
        sent anywhere else.
      </p>
      {suggestions.length > 0 && (
        <ul>
          {suggestions.map((text) => (
            <li key={text}>
              <button type="button" onClick={() => onTry(text)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/**
 * Three suggestions as they are typed here. A bare one would be talk among people in a channel, so the first goes by the
 * app's command and the others by a mention; the app's own place needs neither.
 */
export function thingsToTry({ suggestions, commands, bot }: PageState, inApp: boolean): readonly string[] {
  const mention = `@${bot.name} `;
  const command = commands[0]?.command;
  return suggestions.slice(0, 3).map((text, at) => {
    if (inApp) return text.replace(mention, '');
    if (/^[/@]/.test(text)) return text;
    return at === 0 && command !== undefined ? `${command} ${text}` : mention + text;
  });
}
