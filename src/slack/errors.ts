import { FwcompareError } from '../errors.ts';

/** The bot cannot start: Slack refuses it, cannot be reached, or the port is another program's. */
export class StartError extends FwcompareError {
  constructor(
    code: 'SLACK_TOKEN_REFUSED' | 'SLACK_UNREACHABLE' | 'PORT_TAKEN',
    message: string,
    options?: ErrorOptions,
  ) {
    super(code, message, options);
  }
}

/** An answer could not be posted, and nobody knows that it stands; Slack's redelivery is the next try. */
export class PostError extends FwcompareError {
  constructor(
    readonly trouble: string,
    options?: ErrorOptions,
  ) {
    super('POST_FAILED', `The answer could not be posted: ${trouble}`, options);
  }
}

/** A redelivery came while the message was being worked on. Not acknowledged, since that work may yet fail. */
export class StillBusyError extends FwcompareError {
  constructor() {
    super('STILL_BUSY', 'The message is being worked on; its redelivery is put off.');
  }
}

/** A payload came while the process was stopping. Not acknowledged, so that Slack gives it to the next one. */
export class StoppingError extends FwcompareError {
  constructor() {
    super('STOPPING', 'The bot is stopping; the payload is left to its successor.');
  }
}
