import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan } from "@plimsoll/syntax";
import { knownFinalBase } from "../../shared-images/base-images.ts";
import { isWindowsImage } from "../../shared-stages/windows.ts";
import { createdUserId } from "../../shared-users/created-users.ts";
import { finalUser, isNumber, isRootName } from "../../shared-users/final-user.ts";
import { knownUserId } from "../../shared-users/non-root-bases.ts";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/user-numeric",
  title: "The user is a number",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF009"],
  aliases: ["hadolint:DL3066"],
  since: "0.1.0",
  *check(file) {
    const final = finalUser(file);
    if (final?.user === undefined || final.user === "") return;
    if (isNumber(final.user) || isRootName(final.user) || isWindowsImage(file)) return;
    yield { problem: "userName", at: final.userSpan, data: final.user };
  },
  message: ({ data }) =>
    `User "${data}" is a name, so Kubernetes cannot tell that it is not root and refuses it under runAsNonRoot.`,
  fix({ data }, file) {
    const final = finalUser(file);
    if (final?.literal !== true) return [];
    const base = knownFinalBase(file)?.reference;
    const id = createdUserId(file, data) ?? (base === undefined ? undefined : knownUserId(base, data));
    if (id === undefined) return [];
    return [
      {
        title: `Use ${id}, the number of ${data}`,
        safety: "review",
        edits: [replaceSpan(final.userSpan, id)],
      },
    ];
  },
});
