/** The outside world of a command. Everything a command reads or writes beside files of the workspace goes through it. */
export interface Terminal {
  /** Absolute folder in which the command was called. */
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Cells of a line, where output goes to a terminal. */
  readonly width: number | undefined;
  readonly outputIsTerminal: boolean;
  readonly errorsAreTerminal: boolean;
  readonly print: (text: string) => Promise<void>;
  readonly printError: (text: string) => void;
  readonly readInput: (maximumBytes: number) => Promise<Buffer>;
  /** ISO date of today, UTC. */
  readonly today: () => string;
}

/** Whether to write colours: `--no-color`, NO_COLOR and FORCE_COLOR decide before the kind of output does. */
export function wantsColor(terminal: Terminal, noColor: boolean): boolean {
  const { environment } = terminal;
  if (noColor || (environment["NO_COLOR"] ?? "") !== "") return false;
  const forced = environment["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return terminal.outputIsTerminal && environment["TERM"] !== "dumb";
}
