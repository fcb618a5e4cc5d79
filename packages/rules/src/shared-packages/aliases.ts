import type { PackageStep } from "../shared-commands/commands.ts";

/** What is asked of an install; other tools have a check of their own for most package managers. */
type Asked = "pinned" | "cleaned" | "upgraded";

/** The checks of other tools that are about one package manager each. */
const CHECKS: Readonly<Record<Asked, Readonly<Record<string, readonly string[]>>>> = {
  pinned: {
    apt: ["hadolint:DL3008", "kics:apt_get_install_pin_version_not_defined"],
    pip: ["hadolint:DL3013", "kics:unpinned_package_version_in_pip_install"],
    npm: ["hadolint:DL3016", "kics:npm_install_without_pinned_version"],
    apk: ["hadolint:DL3018", "kics:unpinned_package_version_in_apk_add"],
    gem: ["hadolint:DL3028", "kics:gem_install_without_version"],
    yum: ["hadolint:DL3033", "kics:yum_install_without_version"],
    zypper: ["hadolint:DL3037", "kics:zypper_install_without_version"],
    dnf: ["hadolint:DL3041", "kics:missing_version_specification_in_dnf_install"],
    microdnf: ["hadolint:DL3041"],
    go: ["hadolint:DL3062"],
  },
  cleaned: {
    apt: ["hadolint:DL3009", "kics:apt_get_install_lists_were_not_deleted", "dockle:DKL-DI-0005"],
    apk: ["hadolint:DL3019", "trivy:DS-0025", "kics:apk_add_using_local_cache_path", "dockle:DKL-DI-0004"],
    yum: ["hadolint:DL3032", "trivy:DS-0015", "kics:yum_clean_all_missing"],
    zypper: ["hadolint:DL3036", "trivy:DS-0020", "kics:missing_zypper_clean"],
    dnf: ["hadolint:DL3040", "trivy:DS-0019", "kics:missing_dnf_clean_all"],
    microdnf: ["hadolint:DL3040", "trivy:DS-0027"],
    pip: ["hadolint:DL3042", "kics:pip_install_keeping_cached_packages"],
    yarn: ["hadolint:DL3060"],
  },
  upgraded: {
    apt: ["hadolint:DL3005", "trivy:DS-0024", "dockle:DKL-DI-0003"],
    zypper: ["hadolint:DL3035"],
  },
};

/** Those of a rule's aliases that are about this package manager. */
export function aliasesOfManager(
  aliases: readonly string[],
  manager: PackageStep["manager"],
  asked: Asked,
): readonly string[] {
  const checks = CHECKS[asked];
  const own = Object.hasOwn(checks, manager) ? (checks[manager] ?? []) : [];
  return aliases.filter((alias) => own.includes(alias));
}
