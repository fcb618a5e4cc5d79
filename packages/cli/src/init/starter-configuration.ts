import type { Survey } from "./survey.ts";

const IRON_BANK = "registry1.dso.mil/ironbank";
const MAXIMUM_SOURCES = 20;

/** The text of a first `plimsoll.yaml` for what was found. Nothing is trusted that was not before: sources in use are listed as comments. */
export function starterConfiguration(survey: Survey, profile: string): string {
  const { dockerfiles, objects, deployers } = survey;
  const found = [`${dockerfiles} Dockerfiles`, `${objects} Kubernetes objects`, ...deployers].join(", ");
  return [
    "# How Plimsoll judges this repository. Every key: plimsoll schema configuration.",
    `# Found when this file was made: ${found}.`,
    "",
    `profile: ${profile}`,
    "",
    "images:",
    "  # Images from here need nothing more. Globs over the reference without tag and digest.",
    "  trusted:",
    `    - ${IRON_BANK}/**`,
    "    - scratch",
    ...sourceLines(survey),
    ...excludeLines(survey),
    "",
    "# Single rules: plimsoll rules lists them.",
    "# rules:",
    "#   dockerfile/base-image-pinned-by-digest: warning",
    "",
  ].join("\n");
}

function sourceLines({ sources }: Survey): readonly string[] {
  const others = [...sources].filter(([source]) => !source.startsWith(IRON_BANK)).slice(0, MAXIMUM_SOURCES);
  if (others.length === 0) return [];
  return [
    "    # In use, and not trusted yet. Move up what your factory trusts:",
    ...others.map(([source, count]) => `    # - ${source}/**  # ${count} ${count === 1 ? "use" : "uses"}`),
    "  # Images from here need an exception record.",
    "  # approvedUntrusted:",
    `  #   - ${others[0]?.[0] ?? ""}/**`,
  ];
}

function excludeLines({ vendored }: Survey): readonly string[] {
  if (vendored.length === 0) return [];
  return [
    "",
    "files:",
    "  # Other people's files and test data. Take out what you want to have checked.",
    "  exclude:",
    ...vendored.map((folder) => `    - ${JSON.stringify(`${folder}/**`)}`),
  ];
}
