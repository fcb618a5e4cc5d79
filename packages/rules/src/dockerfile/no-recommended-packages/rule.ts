import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Dockerfile } from "@plimsoll/syntax";
import { packageSteps, runsOf, type PackageStep } from "../../shared-commands/commands.ts";
import { addArgumentAfter, isPlainText } from "../../shared-commands/arguments.ts";

interface Data {
  readonly step: PackageStep;
  readonly remedy: string;
}

/** How each package manager is told to leave out what a package only suggests. */
const REMEDIES: ReadonlyMap<string, { readonly remedy: string; readonly said: RegExp }> = new Map([
  [
    "apt",
    {
      remedy: "--no-install-recommends",
      said: /^--no-install-recommends$|^(?:-o)?APT::Install-Recommends=["']?(?:0|false|no)/i,
    },
  ],
  ["dnf", { remedy: "--setopt=install_weak_deps=False", said: /install_weak_deps=["']?(?:0|false|no)/i }],
  ["microdnf", { remedy: "--setopt=install_weak_deps=0", said: /install_weak_deps=["']?(?:0|false|no)/i }],
  ["zypper", { remedy: "--no-recommends", said: /^--no-recommends$/ }],
]);

/** True where an earlier text of the file says it for all: a configuration file that a RUN writes, or an ENV that names one. */
function isConfigured(file: Dockerfile): boolean {
  return /(?<!--no-)Install-(?:Recommends|Suggests)["\s=]|install_weak_deps\s*=\s*(?:0|false|no)|installRecommends\s*=|onlyRequires\s*=/i.test(
    file.text.replace(/(?:-o\s*|--setopt=)\S+/g, ""),
  );
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-recommended-packages",
  title: "Only required packages are installed",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF020"],
  aliases: ["hadolint:DL3015", "trivy:DS-0029", "kics:apt_get_not_avoiding_additional_packages"],
  narrows: true,
  since: "0.1.0",
  *check(file) {
    let configured: boolean | undefined;
    for (const run of runsOf(file, "all")) {
      for (const step of packageSteps(run)) {
        const known =
          step.action === "install" && step.packages.length > 0 ? REMEDIES.get(step.manager) : undefined;
        const { subcommand } = step;
        if (known === undefined || subcommand === undefined) continue;
        const said = [...step.flags, ...step.options].some((one) => known.said.test(one.value));
        // The file is only looked through where something would be said.
        if (said || (configured ??= isConfigured(file))) continue;
        const subject = step.packages.map(({ name }) => name).join(" ");
        const problem = step.manager === "apt" ? "recommends" : "weakDependencies";
        const aliases = step.manager === "apt" ? rule.aliases : [];
        yield { problem, at: subcommand, subject, aliases, data: { step, remedy: known.remedy } };
      }
    }
  },
  message: ({ data: { step, remedy } }) =>
    `Command "${step.manager} ${step.subcommand?.value ?? ""}" brings packages along that are only recommended: add ${remedy}.`,
  fix({ data: { step, remedy } }) {
    const { instruction, command, subcommand } = step;
    const at = { instruction, shell: command };
    if (subcommand === undefined || !isPlainText(at)) return [];
    const title = `Add ${remedy} (see that nothing was needed that it brought)`;
    return [{ title, safety: "review", edits: [addArgumentAfter(at, subcommand, remedy)] }];
  },
});
