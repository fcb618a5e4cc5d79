import { type CommandBodies, run } from "./run.ts";
import { processTerminal } from "./terminal/process-terminal.ts";

/** Runs the command line of this process. The exit code is set, not forced, so that all output is written. */
export async function runProcess(bodies: CommandBodies): Promise<void> {
  // Ends through `exit` handlers, which remove temporary folders.
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  process.exitCode = await run(process.argv.slice(2), { terminal: processTerminal(), bodies });
}
