import type { WeaknessTable } from "./weaknesses.ts";

const ON = { "0": "1", false: "true", no: "yes", off: "on" };
const APT = new Set(["apt", "apt-get", "aptitude"]);
const RPM_MANAGERS = new Set(["yum", "dnf", "dnf5", "microdnf", "tdnf", "yum-config-manager", "dnf-3"]);

/** What turns the check of package signatures off. */
export const SIGNATURE_WEAKNESSES: WeaknessTable = {
  hint: /unauthenticated|force-yes|insecure|gpg|nosignature|nodigest|untrusted|trusted=|siglevel|bad-verify/i,
  switches: [
    {
      programs: APT,
      long: ["--allow-unauthenticated", "--force-yes", "--allow-insecure-repositories"],
    },
    { programs: RPM_MANAGERS, long: ["--nogpgcheck", "--no-gpgchecks", "--no-gpg-checks"] },
    { programs: new Set(["rpm", "rpmbuild"]), long: ["--nosignature", "--nodigest", "--nogpg"] },
    { programs: new Set(["apk"]), long: ["--allow-untrusted"] },
    { programs: new Set(["zypper"]), long: ["--no-gpg-checks"] },
    { programs: new Set(["dpkg"]), long: ["--force-bad-verify"] },
  ],
  settings: [
    { pattern: /\b(?:repo_|local_?pkg_|pkg_)?gpgcheck ?= ?(0|false|no|off)\b/gi, replace: ON },
    { pattern: /\btrusted=(yes)\b/gi },
    {
      pattern: /\bAllowUnauthenticated(?:=| ?")(true|1|yes)\b/gi,
      replace: { true: "false", "1": "0", yes: "no" },
    },
    {
      pattern: /\bAllowInsecureRepositories(?:=| ?")(true|1|yes)\b/gi,
      replace: { true: "false", "1": "0", yes: "no" },
    },
    { pattern: /\bSigLevel ?= ?(Never)\b/g },
  ],
  pairs: [],
  variables: new Map(),
};
