import { allRules } from "@plimsoll/rules";

/** The rules that together mean what a theme means. */
export interface DockerfileTheme {
  /** Without `dockerfile/`. */
  readonly rules: readonly string[];
  /** Where a rule speaks about more than the theme: what the message of a finding that belongs to it says. */
  readonly says?: string;
}

/** The rules that mean what a check of BuildKit means. */
const ofBuildkit: readonly string[] = allRules
  .filter(({ aliases }) => aliases.some((alias) => alias.startsWith("buildkit:")))
  .map(({ id }) => id.replace("dockerfile/", ""));

/** Themes of the labelled corpora that the rules on Dockerfiles speak about. */
export const dockerfileThemes: Readonly<Record<string, DockerfileTheme>> = {
  "docker/add-remote-url": { rules: ["remote-add-has-checksum"] },
  "docker/add-vs-copy": { rules: ["copy-instead-of-add"] },
  "docker/apk-pin": { rules: ["packages-pinned"], says: "so apk takes" },
  "docker/apt-pin": { rules: ["packages-pinned"], says: "so apt takes" },
  "docker/dnf-pin": { rules: ["packages-pinned"], says: "so dnf takes" },
  "docker/gem-pin": { rules: ["packages-pinned"], says: "so gem takes" },
  "docker/pip-pin": { rules: ["packages-pinned"], says: "so pip takes" },
  "docker/dist-upgrade": { rules: ["no-distribution-upgrade"] },
  "docker/dnf-clean": { rules: ["package-cache-cleaned"], says: "of dnf" },
  "docker/yum-clean": { rules: ["package-cache-cleaned"], says: "of yum" },
  "docker/zypper-clean": { rules: ["package-cache-cleaned"], says: "of zypper" },
  "docker/healthcheck-missing": { rules: ["healthcheck-present"] },
  "docker/image-latest": { rules: ["base-image-tag-stated"] },
  "docker/image-untagged": { rules: ["base-image-tag-stated"] },
  "docker/none": { rules: ofBuildkit },
  "docker/pipefail": { rules: ["pipefail-set"] },
  "docker/port-22": { rules: ["no-ssh-server"], says: "Port 22" },
  "docker/secrets": { rules: ["no-secrets-in-build"] },
  "docker/undefined-arg-in-from": { rules: ["base-image-resolvable"] },
  "docker/update-alone": { rules: ["package-index-fresh"] },
  "docker/user-missing": { rules: ["user-set"] },
  "docker/user-root": { rules: ["user-not-root", "user-set"] },
  "docker/apt-vs-apt-get": { rules: ["apt-get-not-apt"] },
  "docker/apt-yes": { rules: ["install-without-asking"], says: '"apt ' },
  "docker/as-casing": { rules: ["from-as-casing"] },
  "docker/cd-vs-workdir": { rules: ["workdir-not-cd"] },
  "docker/chown-flag": { rules: ["copied-files-owned-by-root"] },
  "docker/copy-dest-slash": { rules: ["copy-target-is-folder"] },
  "docker/copy-from-self": { rules: ["copy-from-exists"], says: "this stage itself" },
  "docker/definition-description": { rules: ["definitions-described"] },
  "docker/dnf-yes": { rules: ["install-without-asking"], says: "dnf " },
  "docker/duplicate-stage": { rules: ["stage-names-unique"] },
  "docker/empty-continuation": { rules: ["no-empty-continuation"] },
  "docker/expose-format": { rules: ["expose-format"] },
  "docker/expose-proto-casing": { rules: ["expose-protocol-lower-case"] },
  "docker/from-platform": { rules: ["platform-not-fixed"] },
  "docker/healthcheck-multiple": { rules: ["one-healthcheck"] },
  "docker/instruction-casing": { rules: ["instruction-casing-consistent"] },
  "docker/interactive-utilities": { rules: ["no-pointless-commands"] },
  "docker/json-form": { rules: ["json-form"] },
  "docker/legacy-key-value": { rules: ["key-value-with-equals"] },
  "docker/maintainer": { rules: ["no-maintainer-instruction"] },
  "docker/multiple-cmd": { rules: ["one-cmd"] },
  "docker/multiple-entrypoint": { rules: ["one-entrypoint"] },
  "docker/port-range": { rules: ["ports-in-range"] },
  "docker/redundant-platform": { rules: ["platform-not-redundant"] },
  "docker/reserved-stage": { rules: ["stage-names-not-reserved"] },
  "docker/shell-change": { rules: ["shell-by-instruction"] },
  "docker/stage-name-casing": { rules: ["stage-names-lower-case"] },
  "docker/sudo": { rules: ["no-sudo"] },
  "docker/undefined-var": { rules: ["variables-defined"] },
  "docker/wget-and-curl": { rules: ["one-downloader"] },
  "docker/workdir-absolute": { rules: ["workdir-absolute"] },
  "docker/yum-yes": { rules: ["install-without-asking"], says: '"yum ' },
  "docker/zypper-yes": { rules: ["install-without-asking"], says: '"zypper ' },
};

/** Checks that mean more than their theme, by `<theme> <corpus>`. */
const meaningOfCheck: Readonly<Record<string, DockerfileTheme>> = {
  // Checkov refuses every ADD, that of a URL included; KICS takes a URL for what ADD is there for.
  "docker/add-vs-copy checkov": { rules: ["copy-instead-of-add", "remote-add-has-checksum"] },
};

/** What a label of a corpus means; undefined where no rule speaks about its theme. */
export function dockerfileMeaning(theme: string, corpus: string): DockerfileTheme | undefined {
  const own = meaningOfCheck[`${theme} ${corpus}`];
  return own ?? (Object.hasOwn(dockerfileThemes, theme) ? dockerfileThemes[theme] : undefined);
}
