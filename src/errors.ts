/** The parent of every error of ours: `code` is for programs and logs, the message for whoever runs the bot. */
export class FwcompareError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}
