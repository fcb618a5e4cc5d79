import { defineRule, type WorkflowRule } from "@plimsoll/core";
import type { ShellCommand, Span } from "@plimsoll/syntax";
import { scriptsOf } from "../../shared-workflow/scripts.ts";

const NETCATS: ReadonlySet<string> = new Set(["nc", "netcat", "ncat", "nc.traditional", "socat"]);
const SENDERS: ReadonlySet<string> = new Set(["curl", "wget"]);
const ALIAS = { connection: ["checkov:CKV_GHA_4"], secret: ["checkov:CKV_GHA_3"] };

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/no-suspicious-transfers",
  title: "Scripts open no bare connections and put no secret on a command line",
  severity: "warning",
  confidence: "low",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["checkov:CKV_GHA_3", "checkov:CKV_GHA_4"],
  since: "0.2.0",
  *checkWorkflow(file) {
    const { text } = file.document.document;
    for (const { script } of scriptsOf(file)) {
      for (const command of script.commands) {
        const at = connection(command);
        if (at !== undefined) {
          yield { problem: "connection", at, aliases: ALIAS.connection, data: text.slice(at.start, at.end) };
          continue;
        }
        const secret = secretSent(command, text);
        if (secret !== undefined)
          yield { problem: "secret", at: secret, aliases: ALIAS.secret, data: command.effective.name ?? "" };
      }
    }
  },
  message: ({ problem, data }) =>
    problem === "connection"
      ? `"${data}" opens a bare connection, as shells that are sent out do.`
      : `The secret becomes part of the command line of ${data}, which other processes can read.`,
});

/** A program or a device of bash that talks to any port. */
function connection({ effective, redirects }: ShellCommand): Span | undefined {
  const { name, nameWord, words } = effective;
  if (name !== undefined && NETCATS.has(name) && nameWord !== undefined) {
    // Asking whether a port is open sends nothing.
    const asks = words.some(({ literal }) => literal !== undefined && /^-[a-z]*z/.test(literal));
    if (!asks) return { start: nameWord.start, end: nameWord.end };
  }
  const device = redirects.find(({ target }) => target?.value.startsWith("/dev/tcp/") === true)?.target;
  return device === undefined ? undefined : { start: device.start, end: device.end };
}

function secretSent({ effective }: ShellCommand, text: string): Span | undefined {
  if (!SENDERS.has(effective.name ?? "")) return undefined;
  const word = effective.words.find(({ start, end }) => /\$\{\{\s*secrets\./.test(text.slice(start, end)));
  return word === undefined ? undefined : { start: word.start, end: word.end };
}
