/**
 * Names of distributions. Scanners use their own family names (Trivy: `amazon`, `oracle`, `alma`, `redhat`, `suse`) or the
 * ids of os-release (Syft and Grype: `amzn`, `ol`, `almalinux`, `rhel`, `sles`), in fields and as namespaces of purls.
 */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["amzn", "amazon"],
  ["amazonlinux", "amazon"],
  ["amazon linux", "amazon"],
  ["ol", "oracle"],
  ["oraclelinux", "oracle"],
  ["oracle linux", "oracle"],
  ["almalinux", "alma"],
  ["rhel", "redhat"],
  ["red hat", "redhat"],
  ["red hat enterprise linux", "redhat"],
  ["rockylinux", "rocky"],
  ["sles", "suse"],
  ["sled", "suse"],
  ["sle_hpc", "suse"],
  ["sle-micro", "suse"],
  ["sl-micro", "suse"],
  ["slem", "suse"],
  ["suse linux enterprise server", "suse"],
  ["suse linux enterprise micro", "suse"],
  ["opensuse.leap", "opensuse"],
  ["opensuse-leap", "opensuse"],
  ["opensuse.tumbleweed", "opensuse"],
  ["opensuse-tumbleweed", "opensuse"],
  ["mariner", "cbl-mariner"],
  ["azure linux", "azurelinux"],
  ["archlinux", "arch"],
  ["arch-linux", "arch"],
]);

/** The one name of a distribution, in lower case. */
export function canonicalDistribution(name: string): string {
  const lower = name.trim().toLowerCase();
  return NAMES.get(lower) ?? lower;
}

const PACKAGE_TYPES: ReadonlyMap<string, string> = new Map([
  ["alpine", "apk"],
  ["wolfi", "apk"],
  ["chainguard", "apk"],
  ["minimos", "apk"],
  ["debian", "deb"],
  ["ubuntu", "deb"],
  ["echo", "deb"],
  ["redhat", "rpm"],
  ["centos", "rpm"],
  ["fedora", "rpm"],
  ["rocky", "rpm"],
  ["alma", "rpm"],
  ["oracle", "rpm"],
  ["amazon", "rpm"],
  ["suse", "rpm"],
  ["opensuse", "rpm"],
  ["photon", "rpm"],
  ["cbl-mariner", "rpm"],
  ["azurelinux", "rpm"],
  ["arch", "alpm"],
]);

/** The purl type of a distribution's packages; undefined for a distribution that is not known. */
export function packageTypeOf(distribution: string): string | undefined {
  return PACKAGE_TYPES.get(canonicalDistribution(distribution));
}
