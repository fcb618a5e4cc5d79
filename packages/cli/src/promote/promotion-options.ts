import { relative, resolve, sep } from "node:path";
import { CodedError } from "@plimsoll/core";
import { TARGET_KINDS, type PromotionRequest } from "@plimsoll/promote";
import { badValue, imageOption, requiredOption } from "../arguments/option-values.ts";
import type { Arguments } from "../arguments/option.ts";

/** What the options of both commands ask for. @throws CodedError `cli/bad-value`, `cli/missing-option`. */
export function promotionOptions(args: Arguments): Omit<PromotionRequest, "files"> {
  const tag = args.valueOf("tag");
  const kinds = args.valuesOf("update").map((value) => {
    const kind = TARGET_KINDS.find((known) => known === value);
    if (kind === undefined) throw badValue("update", value, TARGET_KINDS.join(", "));
    return kind;
  });
  return {
    image: {
      ...imageOption(args),
      otherNames: args.valuesOf("other-name"),
      ...(tag === undefined ? {} : { tag }),
    },
    environment: requiredOption(args, "environment"),
    ...(kinds.length === 0 ? {} : { kinds }),
    places: args.valuesOf("place"),
  };
}

/** @throws CodedError `cli/missing-option` where an option is given that is about a repository, and none is. */
export function refuseRepositoryOptions(args: Arguments): void {
  for (const name of ["base", "mode", "allow-rollback", "max-attempts", "author"]) {
    if (!args.has(name)) continue;
    throw new CodedError({
      code: "cli/missing-option",
      message: `--${name} has a meaning only with --repository.`,
      nextStep: `Give --repository, or leave --${name} out.`,
    });
  }
}

/** Paths of the command line, from the present folder with `/`; the folder itself where none is given. */
export function pathsOf(args: Arguments, cwd: string): readonly string[] {
  const places = args.valuesOf("place").map((place) => place.slice(0, Math.max(0, place.indexOf("#"))));
  const given = args.operands.length === 0 && places.length > 0 ? places : args.operands;
  return (given.length === 0 ? ["."] : given).map((path) => insidePath(path, cwd));
}

function insidePath(path: string, cwd: string): string {
  const from = relative(cwd, resolve(cwd, path)).split(sep).join("/");
  if (from !== ".." && !from.startsWith("../")) return from;
  throw new CodedError({
    code: "promote/outside",
    message: `${JSON.stringify(path)} lies outside of the present folder.`,
    nextStep: "Run the command in the root of the checkout.",
  });
}
