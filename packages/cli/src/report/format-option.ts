import { CodedError } from "@plimsoll/core";
import type { Arguments } from "../arguments/option.ts";

/** Reads `--format` of the commands that list things. @throws CodedError `cli/unknown-format`. */
export function listFormat<Name extends string>(args: Arguments, formats: readonly [Name, ...Name[]]): Name {
  const given = args.valueOf("format") ?? formats[0];
  const known = formats.find((format) => format === given);
  if (known !== undefined) return known;
  throw new CodedError({
    code: "cli/unknown-format",
    message: `There is no format ${JSON.stringify(given)} here.`,
    nextStep: `The formats are ${formats.join(", ")}.`,
  });
}
