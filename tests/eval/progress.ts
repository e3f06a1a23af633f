/** Progress of a long run, on one line of a terminal; nothing at all in a pipe, so that logs stay clean. */
export class Progress {
  private last = 0;

  constructor(private readonly terminal: NodeJS.WriteStream = process.stderr) {}

  show(what: string, done: number, of: number): void {
    if (!this.terminal.isTTY || (done < of && performance.now() - this.last < 100)) return;
    this.last = performance.now();
    const line = `${what}: ${done} of ${of}`;
    this.terminal.write(`\r\x1b[2K${line.slice(0, Math.max(20, this.terminal.columns - 1))}`);
  }

  end(): void {
    if (this.terminal.isTTY) this.terminal.write('\r\x1b[2K');
  }
}
