import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Span } from "@plimsoll/syntax";
import { packageSteps, runsOf } from "../../shared-commands/commands.ts";
import { aliasesOfManager } from "../../shared-packages/aliases.ts";
import { openNamesOf } from "../../shared-packages/pins.ts";

interface Data {
  readonly manager: string;
  readonly names: readonly string[];
}

const SHOWN = 3;

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/packages-pinned",
  title: "Installed packages have a version",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF022"],
  aliases: [
    "hadolint:DL3008",
    "hadolint:DL3013",
    "hadolint:DL3016",
    "hadolint:DL3018",
    "hadolint:DL3028",
    "hadolint:DL3033",
    "hadolint:DL3037",
    "hadolint:DL3041",
    "hadolint:DL3062",
    "kics:apt_get_install_pin_version_not_defined",
    "kics:unpinned_package_version_in_apk_add",
    "kics:unpinned_package_version_in_pip_install",
    "kics:gem_install_without_version",
    "kics:missing_version_specification_in_dnf_install",
    "kics:npm_install_without_pinned_version",
    "kics:yum_install_without_version",
    "kics:zypper_install_without_version",
  ],
  narrows: true,
  since: "0.1.0",
  *check(file) {
    for (const run of runsOf(file, "all")) {
      for (const step of packageSteps(run)) {
        if (step.action !== "install") continue;
        const names = openNamesOf(step);
        if (names.length === 0) continue;
        const at: Span = step.subcommand ?? step.command;
        const aliases = aliasesOfManager(rule.aliases, step.manager, "pinned");
        yield {
          problem: "unpinned",
          at,
          subject: names.join(" "),
          aliases,
          data: { manager: step.manager, names },
        };
      }
    }
  },
  message({ data: { manager, names } }) {
    const shown = names.slice(0, SHOWN).map((name) => `"${name}"`);
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
    const verb = names.length === 1 ? "has" : "have";
    return `${shown.join(", ")}${more} ${verb} no version, so ${manager} takes whatever is current.`;
  },
});
