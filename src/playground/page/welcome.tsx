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
