import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { insertAfter, insertBefore } from "@plimsoll/syntax";
import { knownFinalBase } from "../../shared-images/base-images.ts";
import { finalImage, placeOfStage } from "../../shared-stages/final-image.ts";
import { isWindowsImage } from "../../shared-stages/windows.ts";
import { finalUser } from "../../shared-users/final-user.ts";
import { runsWithoutRoot } from "../../shared-users/non-root-bases.ts";

export const rule: DockerfileRule = defineRule({
  id: "dockerfile/user-set",
  title: "The image sets the user that it runs as",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF007"],
  aliases: ["trivy:DS-0002", "checkov:CKV_DOCKER_3", "kics:missing_user_instruction", "dockle:CIS-DI-0001"],
  since: "0.1.0",
  options: {
    nonRootBases: {
      description:
        "Patterns of base images that set a user other than root themselves, such as `registry.example.mil/hardened/**`.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: [],
    },
  },
  *check(file, { options }) {
    const image = finalImage(file);
    if (image === undefined || finalUser(file) !== undefined) return;
    const base = knownFinalBase(file)?.reference;
    const more = Array.isArray(options["nonRootBases"]) ? options["nonRootBases"].map(String) : [];
    if (base !== undefined && runsWithoutRoot(base, more)) return;
    yield { problem: "noUser", at: placeOfStage(image.stage), data: undefined };
  },
  message: () => "Image sets no USER, so it runs as root unless its base image happens to set one.",
  fix(_problem, file) {
    const stage = finalImage(file)?.stage;
    if (stage === undefined) return [];
    const line = isWindowsImage(file) ? "USER ContainerUser" : "USER 1001";
    const start = stage.instructions.find(({ keyword }) => keyword === "ENTRYPOINT" || keyword === "CMD");
    // Commands after ENTRYPOINT still need the rights that they had, so USER only goes before it where it ends the stage.
    const rest = stage.instructions.slice(start === undefined ? 0 : stage.instructions.indexOf(start));
    const early = start !== undefined && rest.every(({ keyword }) => RUNTIME.has(keyword));
    const last = stage.instructions.at(-1) ?? stage.from;
    const edits = early ? [insertBefore(file, start, line)] : insertAfter(file, last, line);
    return [
      {
        title: `Add ${line} (see that the program may read and write what it needs)`,
        safety: "review",
        edits,
      },
    ];
  },
});

const RUNTIME = new Set(["ENTRYPOINT", "CMD", "EXPOSE", "HEALTHCHECK", "LABEL", "STOPSIGNAL", "ENV"]);
