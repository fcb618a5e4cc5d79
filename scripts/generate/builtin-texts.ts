/** What the pages of the built-in rules say; they have no folder of their own. */
export const builtinTexts: Readonly<Record<string, string>> = {
  "syntax/dockerfile-parses":
    "A Dockerfile that cannot be read cannot be judged or built. The finding stands on the characters that the reader could not\nunderstand; everything around them is still checked.",
  "syntax/yaml-parses":
    "A YAML or JSON document that is not well-formed is refused by Kubernetes. The finding stands on the characters at fault, a\nsecond key of the same name among them; everything around them is still checked. Helm templates are not YAML and never get this\nfinding: they are checked once rendered.",
};
