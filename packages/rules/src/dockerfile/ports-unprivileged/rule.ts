import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";
import { exposedPorts, type ExposedPort } from "../../shared-ports/exposed-ports.ts";

const FIRST_UNPRIVILEGED = 1024;
const OFFSET = 8000;
/** SSH is to go, not to move. */
const SSH_PORT = 22;

export const rule: DockerfileRule<ExposedPort> = defineRule({
  id: "dockerfile/ports-unprivileged",
  title: "Exposed ports need no privilege",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF015"],
  aliases: [],
  since: "0.1.0",
  *check(file) {
    for (const exposed of exposedPorts(file)) {
      if (exposed.port < FIRST_UNPRIVILEGED)
        yield { problem: "privilegedPort", at: exposed.at, data: exposed };
    }
  },
  message: ({ data: { port } }) =>
    `Port ${port} is below ${FIRST_UNPRIVILEGED}, so a process needs a privilege to listen on it.`,
  fix({ data: { port, last, number } }) {
    if (number === undefined || port === SSH_PORT || last >= FIRST_UNPRIVILEGED) return [];
    const moved = port === last ? `${port + OFFSET}` : `${port + OFFSET}-${last + OFFSET}`;
    const title = `Expose ${moved} (and let the program and the Service's targetPort follow)`;
    return [{ title, safety: "review", edits: [replaceSpan(number, moved)] }];
  },
});
