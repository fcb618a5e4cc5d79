import type { RuleCases } from "@plimsoll/core";

const sum = "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d";

const good = `apiVersion: v1
name: opensource/example/web
tags:
  - "1.2.3"
  - latest
args:
  BASE_IMAGE: redhat/ubi/ubi9
  BASE_TAG: "9.4"
labels:
  org.opencontainers.image.title: web
  org.opencontainers.image.description: The web
  org.opencontainers.image.licenses: Apache-2.0
  org.opencontainers.image.vendor: Factory
  org.opencontainers.image.version: "1.2.3"
  mil.dso.ironbank.image.type: opensource
resources:
  - url: https://example.com/web-1.2.3.tar.gz
    filename: web.tar.gz
    validation:
      type: sha256
      value: ${sum}
  - url: docker://docker.io/library/busybox@sha256:${sum}
    tag: busybox:1
maintainers:
  - name: Ada
    username: ada
    email: ada@example.mil
`;

export const cases: RuleCases = {
  pass: [
    { name: "a whole manifest", text: good },
    {
      name: "a Dockerfile that agrees",
      text: good,
      siblings: {
        Dockerfile:
          "ARG BASE_REGISTRY=registry1.dso.mil\nARG BASE_IMAGE=redhat/ubi/ubi9\nARG BASE_TAG=9.4\nFROM x\nCOPY web.tar.gz scripts/run.sh /\nCOPY --from=0 a.jar /\n",
      },
    },
    {
      name: "a staged file that lies in the repository",
      text: good,
      siblings: { Dockerfile: "FROM x\nCOPY lib.jar /\n", "lib.jar": "x" },
    },
  ],
  fail: [
    {
      name: "keys",
      text: good.replace("apiVersion: v1", "apiVersion: 1").replace(/maintainers:[^]*$/, "header: x\n"),
      findings: [
        { at: "1:1-1:11", problem: "keyMissing", message: "Hardening manifest lacks maintainers." },
        { at: "1:13-1:14", problem: "apiVersion", message: 'Value of "apiVersion" must be v1.' },
        {
          at: "24:1-24:7",
          problem: "keyUnknown",
          message: 'Key "header" is none of the hardening manifest.',
        },
      ],
      fixed: `apiVersion: v1
name: opensource/example/web
tags:
  - "1.2.3"
  - latest
args:
  BASE_IMAGE: redhat/ubi/ubi9
  BASE_TAG: "9.4"
labels:
  org.opencontainers.image.title: web
  org.opencontainers.image.description: The web
  org.opencontainers.image.licenses: Apache-2.0
  org.opencontainers.image.vendor: Factory
  org.opencontainers.image.version: "1.2.3"
  mil.dso.ironbank.image.type: opensource
resources:
  - url: https://example.com/web-1.2.3.tar.gz
    filename: web.tar.gz
    validation:
      type: sha256
      value: 24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
  - url: docker://docker.io/library/busybox@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
    tag: busybox:1
header: x
`,
      safety: "safe",
      remains: true,
    },
    {
      name: "tags, arguments and versions without quotes",
      text: good
        .replace('  - "1.2.3"\n  - latest', "  - latest\n  - 1.10\n  - latest\n  - a b")
        .replace('BASE_TAG: "9.4"', "BASE_REGISTRY: x\n  BASE_TAG: 9.10"),
      findings: [
        { at: "4:5-4:11", problem: "firstTagLatest", message: "First tag must be the version, not latest." },
        {
          at: "5:5-5:9",
          problem: "notQuoted",
          message: "Tag 1.10 must be quoted: YAML reads 1.10 as a number.",
        },
        { at: "6:5-6:11", problem: "tagTwice", message: 'Tag "latest" stands there twice.' },
        { at: "7:5-7:8", problem: "tagForm", message: 'Tag "a b" is no tag that a registry takes.' },
        {
          at: "10:3-10:16",
          problem: "registryArg",
          message: "BASE_REGISTRY must not be set: the pipeline sets it.",
        },
        {
          at: "11:13-11:17",
          problem: "notQuoted",
          message: "Argument BASE_TAG must be quoted: YAML reads 9.10 as a number.",
        },
      ],
      fixed: `apiVersion: v1
name: opensource/example/web
tags:
  - latest
  - "1.10"
  - latest
  - a b
args:
  BASE_IMAGE: redhat/ubi/ubi9
  BASE_REGISTRY: x
  BASE_TAG: "9.10"
labels:
  org.opencontainers.image.title: web
  org.opencontainers.image.description: The web
  org.opencontainers.image.licenses: Apache-2.0
  org.opencontainers.image.vendor: Factory
  org.opencontainers.image.version: "1.2.3"
  mil.dso.ironbank.image.type: opensource
resources:
  - url: https://example.com/web-1.2.3.tar.gz
    filename: web.tar.gz
    validation:
      type: sha256
      value: 24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
  - url: docker://docker.io/library/busybox@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
    tag: busybox:1
maintainers:
  - name: Ada
    username: ada
    email: ada@example.mil
`,
      safety: "safe",
      remains: true,
    },
    {
      name: "labels, maintainers and architecture",
      text: `${good
        .replace("  org.opencontainers.image.vendor: Factory\n", "  team: web\n")
        .replace("title: web", "title:")
        .replace("    username: ada\n", "")}architecture: amd64\n`,
      findings: [
        { at: "9:1-9:7", problem: "labelMissing", message: "Labels lack org.opencontainers.image.vendor." },
        {
          at: "10:3-10:33",
          problem: "labelEmpty",
          message: 'Label "org.opencontainers.image.title" is empty.',
        },
        { at: "13:3-13:7", problem: "labelUnknown", message: 'Label "team" is none that Iron Bank takes.' },
        { at: "25:5-25:9", problem: "maintainerIncomplete", message: "Maintainer lacks username." },
        {
          at: "27:15-27:20",
          problem: "architecture",
          message: 'Architecture "amd64" is neither x86 nor arm64.',
        },
      ],
      fixed: null,
    },
    {
      name: "resources",
      text: good
        .replace("    filename: web.tar.gz\n", "")
        .replace(`value: ${sum}`, "value: abc")
        .replace(
          "    tag: busybox:1\n",
          "  - url: ftp://example.com/a\n  - url: https://example.com/b\n    filename: b\n  - filename: c\n",
        ),
      findings: [
        {
          at: "17:5-17:8",
          problem: "resourceFilename",
          message: 'Resource "https://example.com/web-1.2.3.tar.gz" has no filename.',
        },
        { at: "20:14-20:17", problem: "checksumValue", message: "Checksum must have 64 hexadecimal digits." },
        { at: "21:5-21:8", problem: "resourceTag" },
        {
          at: "22:10-22:29",
          problem: "resourceUrl",
          message: 'Resource "ftp://example.com/a" is neither http, https, s3 nor docker.',
        },
        { at: "23:5-23:8", problem: "checksumMissing" },
        { at: "25:5-25:13", problem: "resourceUrl", message: "Resource has no url." },
      ],
      fixed: null,
    },
    {
      name: "a Dockerfile that says something else",
      text: good,
      siblings: {
        Dockerfile:
          'ARG BASE_IMAGE=redhat/ubi/ubi9\nARG BASE_TAG="9.3"\nFROM x\nCOPY web.tar.gz other.rpm /\n',
      },
      findings: [
        {
          at: "8:13-8:18",
          problem: "argDiffers",
          message: 'Argument BASE_TAG is "9.4" here and "9.3" in the Dockerfile.',
        },
        {
          at: "16:1-16:10",
          problem: "resourceUndeclared",
          message:
            'File "other.rpm" is copied by the Dockerfile but is neither declared here nor in the repository.',
        },
      ],
      fixed: null,
    },
    {
      name: "no map",
      text: "- a\n",
      findings: [{ at: "1:1-1:4", problem: "notMap", message: "Hardening manifest must be a map of keys." }],
      fixed: null,
    },
  ],
};
