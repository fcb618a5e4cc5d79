/** The rules that together mean what a theme means. */
export interface DockerfileTheme {
  /** Without `dockerfile/`. */
  readonly rules: readonly string[];
  /** Where a rule speaks about more than the theme: what the message of a finding that belongs to it says. */
  readonly says?: string;
}

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
  "docker/none": { rules: ["no-secrets-in-build", "base-image-resolvable"] },
  "docker/pipefail": { rules: ["pipefail-set"] },
  "docker/port-22": { rules: ["no-ssh-server"], says: "Port 22" },
  "docker/secrets": { rules: ["no-secrets-in-build"] },
  "docker/undefined-arg-in-from": { rules: ["base-image-resolvable"] },
  "docker/update-alone": { rules: ["package-index-fresh"] },
  "docker/user-missing": { rules: ["user-set"] },
  "docker/user-root": { rules: ["user-not-root", "user-set"] },
};
