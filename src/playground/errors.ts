import { FwcompareError } from '../errors.ts';

/** The port is another program's. */
export class PortTakenError extends FwcompareError {
  constructor(
    readonly port: number,
    options?: ErrorOptions,
  ) {
    super(
      'PORT_TAKEN',
      `Port ${port} is in use by another program. Stop that program, or choose another port, for example PORT=${port + 1}.`,
      options,
    );
  }
}

/** The local workspace has no log-in, so it is never opened to a network. */
export class NotLoopbackError extends FwcompareError {
  constructor(readonly host: string) {
    super('HOST_NOT_LOOPBACK', `The local workspace only listens on this machine; use 127.0.0.1 instead of "${host}".`);
  }
}

/** A test or the page asked for something the workspace does not have, such as a channel that does not exist. */
export class WorkspaceError extends FwcompareError {
  constructor(message: string) {
    super('WORKSPACE_MISUSED', message);
  }
}

/** The events URL did not answer Slack's challenge. */
export class UrlNotVerifiedError extends FwcompareError {
  constructor(
    readonly url: string,
    reason: string,
  ) {
    super('URL_NOT_VERIFIED', `${url} did not answer the url_verification challenge: ${reason}`);
  }
}
