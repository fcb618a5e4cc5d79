import { PackageURL } from "packageurl-js";
import { describe, expect, it } from "vitest";
import { AliasGroups } from "./alias-groups.ts";
import { identifyPackage, type PackageWords } from "./package-identity.ts";
import { parsePackageUrl } from "./package-url.ts";
import { canonicalId, isUmbrella, leadingId, sortNames } from "./vulnerability-id.ts";

/** The same package as Trivy and as Syft or Grype name it. */
const SAME: readonly (readonly [name: string, trivy: PackageWords, grype: PackageWords])[] = [
  [
    "an apk, whose distro qualifier differs",
    { purl: "pkg:apk/alpine/busybox@1.36.1-r15?arch=x86_64&distro=3.19", name: "busybox" },
    { purl: "pkg:apk/alpine/busybox@1.36.1-r15?arch=x86_64&distro=alpine-3.19&upstream=busybox" },
  ],
  [
    "Go's standard library",
    { purl: "pkg:golang/stdlib@v1.21.3", name: "stdlib", version: "v1.21.3" },
    { purl: "pkg:golang/stdlib@1.21.3", name: "stdlib", version: "go1.21.3" },
  ],
  [
    "a Go module with capitals",
    {
      purl: "pkg:golang/github.com/azure/azure-sdk@v1.2.0",
      name: "github.com/Azure/azure-sdk",
      version: "v1.2.0",
    },
    { purl: "pkg:golang/github.com/Azure/azure-sdk@v1.2.0" },
  ],
  [
    "an rpm with an epoch in a qualifier",
    { purl: "pkg:rpm/redhat/openssl-libs@1.1.1k-7.el8_6?arch=x86_64&epoch=1", version: "1:1.1.1k-7.el8_6" },
    {
      purl: "pkg:rpm/rhel/openssl-libs@1.1.1k-7.el8_6?arch=x86_64&epoch=1&upstream=openssl-1.1.1k-7.el8_6.src.rpm",
    },
  ],
  [
    "an rpm with epoch 0",
    { purl: "pkg:rpm/oracle/bash@4.4.20-4.el8_6", version: "4.4.20-4.el8_6" },
    { purl: "pkg:rpm/ol/bash@4.4.20-4.el8_6?epoch=0", version: "0:4.4.20-4.el8_6" },
  ],
  ["Amazon Linux", { purl: "pkg:rpm/amazon/curl@8.3.0-1" }, { purl: "pkg:rpm/amzn/curl@8.3.0-1" }],
  ["AlmaLinux", { purl: "pkg:rpm/alma/curl@8.3.0-1" }, { purl: "pkg:rpm/almalinux/curl@8.3.0-1" }],
  ["SUSE", { purl: "pkg:rpm/suse/curl@8.3.0-1" }, { purl: "pkg:rpm/sles/curl@8.3.0-1" }],
  ["Rocky", { purl: "pkg:rpm/rocky/curl@8.3.0-1" }, { purl: "pkg:rpm/rockylinux/curl@8.3.0-1" }],
  [
    "Python's separators",
    { purl: "pkg:pypi/typing-extensions@4.0" },
    { purl: "pkg:pypi/typing_extensions@4.0" },
  ],
  ["runs of them", { purl: "pkg:pypi/zope.interface@5" }, { purl: "pkg:pypi/Zope__Interface@5" }],
  [
    "an npm scope",
    { purl: "pkg:npm/%40babel/core@7.0.0" },
    { name: "@babel/core", version: "7.0.0", type: "npm" },
  ],
  [
    "a Java archive",
    { name: "org.apache.logging.log4j:log4j-core", version: "2.14.1", type: "maven" },
    { purl: "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1", name: "log4j-core" },
  ],
  [
    "a Debian package without a namespace",
    { purl: "pkg:deb/debian/libc6@2.36-9?arch=amd64" },
    { name: "libc6", version: "2.36-9", type: "deb", distribution: "debian" },
  ],
];

const DIFFERENT: readonly (readonly [name: string, one: PackageWords, other: PackageWords])[] = [
  ["kinds", { purl: "pkg:npm/request@1.0" }, { purl: "pkg:pypi/request@1.0" }],
  ["distributions", { purl: "pkg:deb/debian/curl@1" }, { purl: "pkg:deb/ubuntu/curl@1" }],
  ["groups", { purl: "pkg:maven/a/x@1" }, { purl: "pkg:maven/b/x@1" }],
  ["epochs", { purl: "pkg:rpm/redhat/x@1?epoch=1" }, { purl: "pkg:rpm/redhat/x@1?epoch=2" }],
  [
    "names by case, where case counts",
    { purl: "pkg:rpm/redhat/MySQL@1" },
    { purl: "pkg:rpm/redhat/mysql@1" },
  ],
];

describe("identifyPackage", () => {
  it.each(SAME)("knows %s", (_, trivy, grype) => {
    expect(identifyPackage(trivy).id).toBe(identifyPackage(grype).id);
  });

  it.each(DIFFERENT)("tells %s apart", (_, one, other) => {
    expect(identifyPackage(one).id).not.toBe(identifyPackage(other).id);
  });

  it("reads source packages from where each scanner puts them", () => {
    const words = [
      { purl: "pkg:deb/debian/libssl3@3.0.11-1?upstream=openssl" },
      { purl: "pkg:deb/debian/libssl3@3.0.11-1?upstream=openssl%403.0.11-1" },
      { purl: "pkg:deb/debian/libssl3@3.0.11-1", sourceName: "openssl" },
    ];
    for (const one of words) expect(identifyPackage(one).sourceKey).toBe("deb/debian/openssl");
    const rpm = identifyPackage({ purl: "pkg:rpm/rhel/nss-util@3.90?upstream=nss-3.90.0-3.el8.src.rpm" });
    expect(rpm.sourceKey).toBe("rpm/redhat/nss");
  });

  it.each([
    "constructor",
    "__proto__",
    "toString",
    "pkg:npm/__proto__@1",
    "pkg:",
    "pkg:npm",
    "pkg:/x",
    "pkg:npm/%E0%A4%A@1",
  ])("takes %s for a name", (text) => {
    const identity = identifyPackage({ purl: text, name: text, version: "1" });
    expect(identity.name).toBe(text);
    expect(identity.key.length).toBeGreaterThan(0);
  });
});

describe("parsePackageUrl", () => {
  it.each([
    "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie",
    "pkg:npm/%40angular/animation@12.3.1",
    "pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?type=zip&classifier=dist",
    "pkg:golang/google.golang.org/genproto@abcdedf#googleapis/api/annotations",
    "pkg:oci/debian@sha256%3A244fd47e07d10?repository_url=ghcr.io/debian&arch=amd64",
    "pkg:rpm/fedora/curl@7.50.3-1.fc25?arch=i386&epoch=2",
    "pkg:generic/a%20b@1%2F2",
  ])("reads %s as another reader does", (text) => {
    const theirs = PackageURL.fromString(text);
    const ours = parsePackageUrl(text);
    expect(ours).toBeDefined();
    expect([ours?.type, ours?.namespace, ours?.name, ours?.version, ours?.subpath]).toEqual([
      theirs.type,
      theirs.namespace ?? "",
      theirs.name,
      theirs.version,
      theirs.subpath ?? undefined,
    ]);
    expect(Object.fromEntries(ours?.qualifiers ?? [])).toEqual(theirs.qualifiers ?? {});
  });

  it.each(["", "npm/x@1", "pkg:npm", "pkg:/name", "pkg:1bad/x", `pkg:npm/${"x".repeat(5000)}`])(
    "refuses %s",
    (text) => {
      expect(parsePackageUrl(text)).toBeUndefined();
    },
  );
});

describe("ids", () => {
  it.each([
    ["cve-2024-1", "CVE-2024-1"],
    ["CAN-2001-0001", "CVE-2001-0001"],
    ["ghsa-JFH8-c2jp-5V3Q", "GHSA-jfh8-c2jp-5v3q"],
    ["go-2023-1", "GO-2023-1"],
  ])("writes %s as %s", (text, id) => {
    expect(canonicalId(text)).toBe(id);
  });

  it.each([
    "RHSA-2019:2471",
    "DSA-4808-1",
    "USN-100-1",
    "ELSA-2021-1",
    "ALAS2-2021-1",
    "SUSE-SU-2021:1-1",
    "openSUSE-SU-2021:1-1",
  ])("%s covers several vulnerabilities", (id) => {
    expect(isUmbrella(canonicalId(id))).toBe(true);
  });

  it.each([
    "CVE-2024-1",
    "GHSA-jfh8-c2jp-5v3q",
    "GO-2023-1",
    "CGA-abcd",
    "TEMP-0290435-0B57B5",
    "PRISMA-2021-1",
  ])("%s is one vulnerability", (id) => {
    expect(isUmbrella(id)).toBe(false);
  });

  it.each([
    ["CVE-2024-1234-openssl", "CVE-2024-1234"],
    ["GHSA-jfh8-c2jp-5v3q-log4j", "GHSA-jfh8-c2jp-5v3q"],
    ["DL3008", undefined],
    ["FF1004", undefined],
  ])("finds the id in %s", (text, id) => {
    expect(leadingId(text)).toBe(id);
  });

  it("never takes an advisory for another name", () => {
    expect(sortNames("CVE-2024-1", ["RHSA-2024:1", "GHSA-jfh8-c2jp-5v3q", "cve-2024-1"])).toEqual({
      aliases: ["GHSA-jfh8-c2jp-5v3q"],
      related: ["RHSA-2024:1"],
    });
    expect(sortNames("ELSA-2024-1", ["CVE-2024-1", "CVE-2024-2"]).aliases).toEqual([]);
  });
});

describe("AliasGroups", () => {
  const EDGES: readonly (readonly [string, readonly string[]])[] = [
    ["GHSA-a", ["CVE-1"]],
    ["GO-1", ["GHSA-a"]],
    ["GHSA-b", ["CVE-2", "CVE-3"]],
    ["GO-2", ["GHSA-b"]],
    ["PYSEC-1", ["GHSA-c"]],
  ];

  it.each([
    ["CVE-1", ["CVE-1", "GHSA-a", "GO-1"]],
    ["GO-1", ["CVE-1", "GHSA-a", "GO-1"]],
    // A name of two CVEs is a name of neither.
    ["CVE-2", ["CVE-2"]],
    ["GHSA-b", ["GHSA-b"]],
    ["GO-2", ["GO-2"]],
    ["PYSEC-1", ["GHSA-c", "PYSEC-1"]],
    ["CVE-9", ["CVE-9"]],
  ])("%s has the names %j", (id, ids) => {
    for (const edges of [EDGES, EDGES.toReversed()]) {
      const groups = new AliasGroups();
      for (const [from, to] of edges) groups.add(from, to);
      expect(groups.groupOf(id)).toEqual({ primary: ids[0], ids });
    }
  });
});
