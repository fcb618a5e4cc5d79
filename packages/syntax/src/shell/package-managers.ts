/** The package managers whose commands are read. */
export type PackageManagerName =
  | "apt"
  | "apk"
  | "yum"
  | "dnf"
  | "microdnf"
  | "tdnf"
  | "zypper"
  | "pip"
  | "npm"
  | "yarn"
  | "pnpm"
  | "gem"
  | "go"
  | "cargo";

export type PackageActionKind = "install" | "update" | "upgrade" | "remove" | "clean" | "download" | "other";

/** How a package and its version are written as one word. */
export type VersionSyntax =
  /** `name=1.2`, `name/release`, `name:arch` */
  | "debian"
  /** `name=1.2`, `name>1`, `name~1.2`, `name@repository` */
  | "alpine"
  /** `name-1.2-3` */
  | "rpm"
  /** `name=1.2`, `name>=1.2` */
  | "zypper"
  /** `name==1.2`, `name[extra]~=1.2`, `name @ url` */
  | "python"
  /** `name@1.2`, `@scope/name@1.2` */
  | "at"
  /** `name:1.2` */
  | "colon";

export interface PackageManager {
  readonly name: PackageManagerName;
  readonly versions: VersionSyntax;
  /** What a subcommand does. Two words are tried before one. */
  readonly subcommands: ReadonlyMap<string, PackageActionKind>;
  /** What the command does without a subcommand. */
  readonly bare: PackageActionKind | undefined;
  /** Options that take the next word as their value. */
  readonly valueOptions: ReadonlySet<string>;
  /** Options whose value is the version of the packages. */
  readonly versionOptions: ReadonlySet<string>;
}

type Subcommands = Readonly<Partial<Record<PackageActionKind, string>>>;

interface Spec {
  readonly versions: VersionSyntax;
  /** By action, the subcommands; a plus joins two words. */
  readonly subcommands: Subcommands;
  readonly bare?: PackageActionKind;
  readonly options: string;
  readonly versionOptions?: string;
}

function manager(name: PackageManagerName, spec: Spec): PackageManager {
  const subcommands = new Map<string, PackageActionKind>();
  for (const [kind, words] of Object.entries(spec.subcommands)) {
    if (isAction(kind)) for (const word of words.split(" ")) subcommands.set(word.replace("+", " "), kind);
  }
  return {
    name,
    versions: spec.versions,
    subcommands,
    bare: spec.bare,
    valueOptions: wordSet(spec.options),
    versionOptions: wordSet(spec.versionOptions ?? ""),
  };
}

const ACTIONS: ReadonlySet<string> = new Set([
  "install",
  "update",
  "upgrade",
  "remove",
  "clean",
  "download",
  "other",
]);

function isAction(text: string): text is PackageActionKind {
  return ACTIONS.has(text);
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").filter((word) => word !== ""));
}

const APT = manager("apt", {
  versions: "debian",
  subcommands: {
    install: "install reinstall build-dep satisfy",
    update: "update",
    upgrade: "upgrade dist-upgrade full-upgrade safe-upgrade",
    remove: "remove purge autoremove autopurge",
    clean: "clean autoclean distclean dist-clean",
    download: "download source",
  },
  options:
    "-t --target-release --default-release -o --option -c --config-file -a --host-architecture -P --build-profiles --solver",
});

const RPM_OPTIONS =
  "-c --config --installroot --releasever --enablerepo --disablerepo --repo --repoid --setopt -x --exclude --excludepkgs --disableplugin --enableplugin -d --debuglevel -e --errorlevel --forcearch --advisory --comment --repofrompath --rpmverbosity --downloaddir -R --randomwait";
const RPM_SUBCOMMANDS: Subcommands = {
  install:
    "install localinstall reinstall rei in groupinstall group+install module+install builddep swap install-n install-na install-nevra downgrade",
  update: "makecache check-update",
  remove: "remove erase autoremove rm groupremove group+remove",
  clean: "clean",
  download: "download",
};
const RPM: Spec = {
  versions: "rpm",
  subcommands: {
    ...RPM_SUBCOMMANDS,
    upgrade: "update upgrade up upgrade-minimal update-minimal up-min distro-sync dsync update-to",
  },
  options: RPM_OPTIONS,
};

const NODE_INSTALL = "install i in ins inst add isntall";

const PIP = manager("pip", {
  versions: "python",
  subcommands: { install: "install", remove: "uninstall", download: "download wheel", clean: "cache+purge" },
  options:
    "-r --requirement -c --constraint -e --editable -t --target --platform --python-version --implementation --abi --root --prefix --src --upgrade-strategy -C --config-settings --global-option --no-binary --only-binary --progress-bar --root-user-action --report -i --index-url --extra-index-url -f --find-links --python --log --proxy --retries --timeout --exists-action --trusted-host --cert --client-cert --cache-dir --use-feature --use-deprecated --keyring-provider -d --dest -w --wheel-dir --dry-run-report --group",
});

/** By name of the program. */
const MANAGERS: ReadonlyMap<string, PackageManager> = new Map([
  ["apt", APT],
  ["apt-get", APT],
  ["aptitude", APT],
  [
    "apk",
    manager("apk", {
      versions: "alpine",
      subcommands: {
        install: "add",
        update: "update",
        upgrade: "upgrade fix",
        remove: "del",
        clean: "cache+clean cache+purge",
        download: "fetch",
      },
      options:
        "-t --virtual -X --repository -p --root --arch --keys-dir --repositories-file --cache-dir --cache-max-age --progress-fd --timeout --wait -o --output",
    }),
  ],
  ["yum", manager("yum", RPM)],
  ["dnf", manager("dnf", RPM)],
  ["dnf5", manager("dnf", RPM)],
  ["microdnf", manager("microdnf", RPM)],
  ["tdnf", manager("tdnf", RPM)],
  [
    "zypper",
    manager("zypper", {
      versions: "zypper",
      subcommands: {
        install: "install in source-install si install-new-recommends inr",
        update: "refresh ref refresh-services refs",
        upgrade: "update up patch dist-upgrade dup",
        remove: "remove rm",
        clean: "clean cc",
        download: "download",
      },
      options:
        "-R --root -D --reposd-dir -C --cache-dir --raw-cache-dir --solv-cache-dir --pkg-cache-dir -c --config -r --repo --from -t --type -p --plus-repo --plus-content --userdata --releasever --installroot",
    }),
  ],
  ["pip", PIP],
  [
    "npm",
    manager("npm", {
      versions: "at",
      subcommands: {
        install: `${NODE_INSTALL} ci clean-install ic install-clean install-test it`,
        upgrade: "update up upgrade",
        remove: "uninstall un remove rm r unlink",
        clean: "cache+clean",
      },
      options:
        "--prefix -C --registry --cache --userconfig --globalconfig --tag --omit --include --workspace -w --loglevel --install-strategy --fetch-retries --fetch-timeout --cpu --os --libc --before",
    }),
  ],
  [
    "yarn",
    manager("yarn", {
      versions: "at",
      subcommands: {
        install: "install add global+add",
        upgrade: "upgrade up global+upgrade",
        remove: "remove global+remove",
        clean: "cache+clean",
      },
      bare: "install",
      options:
        "--cwd --registry --cache-folder --modules-folder --network-timeout --network-concurrency --mutex --prefix --global-folder --use-yarnrc",
    }),
  ],
  [
    "pnpm",
    manager("pnpm", {
      versions: "at",
      subcommands: {
        install: `${NODE_INSTALL} ci`,
        upgrade: "update up upgrade",
        remove: "remove rm uninstall un",
        clean: "store+prune",
        download: "fetch",
      },
      options:
        "-C --dir --filter -F --store-dir --registry --reporter --loglevel --virtual-store-dir --config-dir",
    }),
  ],
  [
    "gem",
    manager("gem", {
      versions: "colon",
      subcommands: {
        install: "install i",
        upgrade: "update",
        remove: "uninstall",
        clean: "cleanup",
        download: "fetch",
      },
      options:
        "-v --version -i --install-dir -n --bindir -s --source -p --http-proxy -P --trust-policy --platform --document --build-root --config-file -g --file --without --target-rbconfig",
      versionOptions: "-v --version",
    }),
  ],
  [
    "go",
    manager("go", {
      versions: "at",
      subcommands: { install: "install get", download: "mod+download", clean: "clean" },
      options:
        "-C -p -asmflags -buildmode -compiler -gccgoflags -gcflags -installsuffix -ldflags -mod -modfile -overlay -pgo -pkgdir -tags -toolexec",
    }),
  ],
  [
    "cargo",
    manager("cargo", {
      versions: "at",
      subcommands: {
        install: "install",
        upgrade: "update",
        remove: "uninstall",
        download: "fetch",
        clean: "clean",
      },
      options:
        "--version --vers --git --branch --tag --rev --path --root --registry --index -F --features --profile -j --jobs --target --target-dir --bin --example --color --config -Z --message-format",
      versionOptions: "--version --vers",
    }),
  ],
]);

/** The package manager that a program is, by the name of the program: `pip3.11` and `pip3` are `pip`. */
export function packageManagerOf(program: string): PackageManager | undefined {
  if (/^pip[0-9.]*$/.test(program)) return PIP;
  return MANAGERS.get(program);
}

/** True for `python`, `python3`, `python3.11` and so on, which run pip with `-m pip`. */
export function isPython(program: string): boolean {
  return /^(?:python|pypy)[0-9.]*$/.test(program);
}
