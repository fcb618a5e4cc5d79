import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";
import { exposeEntries } from "../../shared-ports/expose-entries.ts";

interface Data {
  readonly written: string;
  /** The port in the container, where the entry maps one. */
  readonly port: string | undefined;
}

const PROTOCOLS = new Set(["tcp", "udp", "sctp"]);

function isPorts(text: string): boolean {
  return /^[0-9]+(?:-[0-9]+)?$/.test(text);
}

/** The part behind the last colon of `host:80` or `80:8080`. */
function containerPort(ports: string): string | undefined {
  const port = ports.slice(ports.lastIndexOf(":") + 1);
  return ports.includes(":") && isPorts(port) ? port : undefined;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/expose-format",
  title: "EXPOSE names ports of the container and nothing else",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF015"],
  aliases: ["buildkit:ExposeInvalidFormat"],
  since: "0.1.0",
  *check(file) {
    for (const { at, ports, protocol } of exposeEntries(file)) {
      const written = protocol === undefined ? ports : `${ports}/${protocol}`;
      if (!isPorts(ports)) {
        const port = containerPort(ports);
        const problem = port === undefined ? "noPort" : "mapping";
        yield { problem, at, data: { written, port } };
      } else if (protocol !== undefined && !PROTOCOLS.has(protocol.toLowerCase())) {
        yield { problem: "protocol", at, data: { written: protocol, port: undefined } };
      }
    }
  },
  message({ problem, data: { written } }) {
    if (problem === "mapping")
      return `EXPOSE "${written}" maps a port of the host, which only the command that runs the image can do.`;
    if (problem === "protocol") return `Protocol "${written}" is not known: write tcp, udp or sctp.`;
    return `EXPOSE "${written}" names no port.`;
  },
  fix({ at, data: { written, port } }, { text }) {
    // Where a variable brings the entry, its value is what is at fault.
    if (port === undefined || text.slice(at.start, at.end) !== written) return [];
    const slash = written.lastIndexOf("/");
    const whole = slash === -1 ? port : `${port}${written.slice(slash)}`;
    return [{ title: `Expose ${whole}`, safety: "safe", edits: [replaceSpan(at, whole)] }];
  },
});
