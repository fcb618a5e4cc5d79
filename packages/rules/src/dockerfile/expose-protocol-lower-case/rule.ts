import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Span } from "@plimsoll/syntax";
import { exposeEntries } from "../../shared-ports/expose-entries.ts";

interface Data {
  readonly protocol: string;
  readonly span: Span | undefined;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/expose-protocol-lower-case",
  title: "Protocols of EXPOSE are in lower case",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:ExposeProtoCasing"],
  since: "0.1.0",
  *check(file) {
    for (const { at, ports, protocol, protocolSpan } of exposeEntries(file)) {
      if (protocol === undefined || protocol === protocol.toLowerCase() || ports.includes(":")) continue;
      yield { problem: "upperCase", at: protocolSpan ?? at, data: { protocol, span: protocolSpan } };
    }
  },
  message: ({ data: { protocol } }) => `Protocol "${protocol}" is written in upper case.`,
  fix({ data: { protocol, span } }) {
    if (span === undefined) return [];
    const lower = protocol.toLowerCase();
    return [{ title: `Write ${lower}`, safety: "safe", edits: [replaceSpan(span, lower)] }];
  },
});
