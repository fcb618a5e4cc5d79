import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { unquote, type Dockerfile, type Flag, type Stage } from "@plimsoll/syntax";
import { removeWord } from "../../shared-commands/flags.ts";

interface Data {
  readonly stage: Stage;
  readonly flag: Flag;
  readonly platform: string;
}

/** A stage that is named after the platform says that it is for this one only. */
function namesPlatform(name: string | undefined, platform: string): boolean {
  const [system, architecture] = platform.split("/");
  return [system, architecture].some(
    (part) => part !== undefined && part !== "" && name?.includes(part) === true,
  );
}

function* fixedPlatforms(file: Dockerfile): Iterable<Data> {
  for (const stage of file.stages) {
    const flag = stage.from.flags.find(({ name }) => name === "platform");
    if (flag?.value === undefined || flag.value.text.includes("$")) continue;
    const platform = unquote(flag.value, file.escape).toLowerCase();
    if (!namesPlatform(stage.name, platform)) yield { stage, flag, platform };
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/platform-not-fixed",
  title: "The platform of the base image is left to the build",
  severity: "info",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL3029", "buildkit:FromPlatformFlagConstDisallowed", "kics:using_platform_with_from"],
  since: "0.1.0",
  *check(file) {
    for (const found of fixedPlatforms(file)) {
      yield { problem: "fixedPlatform", at: found.flag, subject: found.stage.from.body.text, data: found };
    }
  },
  message: ({ data: { platform } }) =>
    `Platform "${platform}" is fixed, so a build for another one still starts from this image.`,
  fix({ data: { stage, flag } }, file) {
    const title = "Take the platform that the build asks for";
    return [{ title, safety: "review", edits: [removeWord(file, stage.from.keywordSpan, flag)] }];
  },
});
