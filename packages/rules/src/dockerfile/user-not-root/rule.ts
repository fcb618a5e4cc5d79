import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";
import { isWindowsImage } from "../../shared-stages/windows.ts";
import { finalUser, isNumber, isRootName } from "../../shared-users/final-user.ts";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/user-not-root",
  title: "The image does not run as root",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF008"],
  aliases: [
    "hadolint:DL3002",
    "trivy:DS-0002",
    "checkov:CKV_DOCKER_8",
    "kics:last_user_is_root",
    "dockle:CIS-DI-0001",
  ],
  since: "0.1.0",
  *check(file) {
    const final = finalUser(file);
    if (final?.user === undefined) return;
    if (isRootName(final.user)) yield { problem: "rootUser", at: final.userSpan, data: final.user };
    else if (final.group !== undefined && isRootName(final.group)) {
      yield { problem: "rootGroup", at: final.groupSpan, severity: "warning", data: final.group };
    }
  },
  message({ problem, data }) {
    return problem === "rootGroup"
      ? `Group "${data}" of the last USER is the root group, which owns files that others may not change.`
      : `Last USER is "${data}", so the image runs as root.`;
  },
  fix({ problem }, file) {
    const final = finalUser(file);
    if (final?.user === undefined || !final.literal) return [];
    const windows = isWindowsImage(file);
    if (problem === "rootGroup") {
      if (!isNumber(final.user)) return [];
      const title = `Use the user's own number as its group (see that it may still read what it needs)`;
      return [{ title, safety: "review", edits: [replaceSpan(final.groupSpan, final.user)] }];
    }
    const user = windows ? "ContainerUser" : "1001";
    const rootGroup = final.group !== undefined && isRootName(final.group);
    const edits = [
      replaceSpan(final.userSpan, user),
      ...(rootGroup ? [replaceSpan(final.groupSpan, user)] : []),
    ];
    return [
      {
        title: `Run as ${user} (see that the program may read and write what it needs)`,
        safety: "review",
        edits,
      },
    ];
  },
});
