import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { literalSecrets } from "../../shared-secrets/literal-secrets.ts";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-secrets-in-build",
  title: "No secret stands in the file or comes in as an argument",
  severity: "error",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF019"],
  aliases: ["hadolint:DL3064", "buildkit:SecretsUsedInArgOrEnv", "trivy:DS-0031", "dockle:CIS-DI-0010"],
  since: "0.1.0",
  *check(file) {
    for (const { problem, at, name } of literalSecrets(file)) {
      const confidence = problem === "knownToken" || problem === "urlPassword" ? "high" : "medium";
      const weight = problem === "secretArgument" ? { severity: "warning" as const } : {};
      // The subject names the holder, so that no secret gets into a report.
      yield { problem, at, subject: `${problem} ${name}`, confidence, ...weight, data: name };
    }
  },
  message({ problem, data }) {
    const instead = "mount it with RUN --mount=type=secret";
    if (problem === "knownToken")
      return `Text has the form of ${data}, which anybody who has the file or the image can read.`;
    if (problem === "urlPassword")
      return `Password stands in a URL, which anybody who has the image can read: ${instead}.`;
    if (problem === "secretArgument")
      return `Build argument "${data}" is a secret by its name, and the image's history keeps it: ${instead}.`;
    return `Value of "${data}" is a secret by its name, and anybody who has the image can read it: ${instead}.`;
  },
});
