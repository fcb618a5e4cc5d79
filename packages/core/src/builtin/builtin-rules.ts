import type { RuleMeta } from "../rule/rule.ts";

/** Malformed text, reported like any other finding so that it has a place, a severity and a page. */
export const dockerfileParses: RuleMeta = {
  id: "syntax/dockerfile-parses",
  title: "A Dockerfile is well-formed",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL1000"],
  since: "0.1.0",
};

export const yamlParses: RuleMeta = {
  id: "syntax/yaml-parses",
  title: "A YAML or JSON file is well-formed",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: [],
  aliases: [],
  since: "0.1.0",
};

/** Rules that the engine itself checks on the text of a file, whatever the profile. */
export const syntaxRules: readonly RuleMeta[] = [dockerfileParses, yamlParses];
