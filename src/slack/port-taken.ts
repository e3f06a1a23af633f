import { StartError } from './errors.ts';

export function portTaken(error: unknown, port: number): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (!taken) return error;
  const message = `Port ${port} is in use by another program. Stop that program, or choose another port, for example PORT=${port + 1}.`;
  return new StartError('PORT_TAKEN', message, { cause: error });
}
