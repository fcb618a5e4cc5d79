import type { Dockerfile } from "@plimsoll/syntax";
import { commandsOf } from "../shared-commands/commands.ts";
import { flagValue } from "../shared-commands/flags.ts";
import { finalInstructions } from "../shared-stages/final-image.ts";

const CREATORS = new Set(["useradd", "adduser"]);

/** The number that a command of the resulting image gives to a user when it makes it; undefined where none is seen. */
export function createdUserId(file: Dockerfile, user: string): string | undefined {
  let found: string | undefined;
  for (const instruction of finalInstructions(file, "RUN")) {
    for (const { name, words } of commandsOf(instruction)) {
      if (name === undefined || !CREATORS.has(name)) continue;
      if (!words.some(({ literal }) => literal === user)) continue;
      const id = flagValue(words, ["-u", "--uid"]);
      if (id?.literal !== undefined && /^[0-9]+$/.test(id.literal)) found = id.literal;
    }
  }
  return found;
}
