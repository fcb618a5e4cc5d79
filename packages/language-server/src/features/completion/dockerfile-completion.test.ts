import { beforeAll, describe, expect, it } from "vitest";
import type { FeatureContext } from "../feature-context.ts";
import { completed } from "../testing/completed.ts";
import { featureContext } from "../testing/judged.ts";

let context: FeatureContext;
beforeAll(async () => {
  context = await featureContext();
});

const dockerfile = (text: string, snippets = true) => completed("Dockerfile", text, context, snippets);

describe("instructions", () => {
  it.each([
    ["an empty file", "‸", ["ARG", "FROM"]],
    ["before the first FROM", "ARG A\nF‸", ["ARG", "FROM"]],
  ])("%s", (_name, text, labels) => {
    expect(dockerfile(text).labels).toEqual(labels);
  });

  it("offers all but MAINTAINER after FROM", () => {
    const { labels } = dockerfile("FROM scratch\n‸");
    expect(labels).toHaveLength(17);
    expect(labels).not.toContain("MAINTAINER");
  });

  it.each([
    ["replaces what is typed", "FROM scratch\nCO‸", "COPY", "FROM scratch\nCOPY source target"],
    ["keeps lower case", "from scratch\nco‸", "copy", "from scratch\ncopy source target"],
    ["follows the case of the file", "from scratch\n‸\n", "user", "from scratch\nuser 1001\n"],
    ["keeps arguments that are there", "FROM scratch\nCO‸ a b\n", "COPY", "FROM scratch\nCOPY a b\n"],
    ["indented", "FROM scratch\n  RU‸\n", "RUN", "FROM scratch\n  RUN command\n"],
    ["inside ONBUILD", "FROM scratch\nONBUILD RU‸\n", "RUN", "FROM scratch\nONBUILD RUN command\n"],
    ["behind ONBUILD", "FROM scratch\nONBUILD ‸\n", "USER", "FROM scratch\nONBUILD USER 1001\n"],
  ])("%s", (_name, text, label, expected) => {
    expect(dockerfile(text).chosen(label)).toBe(expected);
  });

  it("takes no snippet where the client has none", () => {
    expect(dockerfile("FROM scratch\nCO‸", false).chosen("COPY")).toBe("FROM scratch\nCOPY ");
  });

  it.each([
    ["a comment", "FROM scratch\n# a‸\n"],
    ["a heredoc", "FROM scratch\nRUN <<EOF\nec‸\nEOF\n"],
    ["a directive", "# syntax=a‸\nFROM scratch\n"],
    ["a command", "FROM scratch\nRUN apt-get ‸\n"],
    ["a continuation line", "FROM scratch\nRUN a && \\\n  ‸\n"],
  ])("offers nothing in %s", (_name, text) => {
    expect(dockerfile(text).labels).toEqual([]);
  });
});

describe("flags", () => {
  it.each([
    ["FROM scratch\nCOPY --‸", "--chown", "FROM scratch\nCOPY --chown="],
    ["FROM scratch\nCOPY --l‸ a b\n", "--link", "FROM scratch\nCOPY --link a b\n"],
    ["FROM scratch\nADD --ch‸=x a b\n", "--checksum", "FROM scratch\nADD --checksum=x a b\n"],
    ["FROM --‸", "--platform", "FROM --platform="],
    ["FROM --platform=‸ a\n", "$BUILDPLATFORM", "FROM --platform=$BUILDPLATFORM a\n"],
    ["FROM scratch\nRUN --network=‸ a\n", "none", "FROM scratch\nRUN --network=none a\n"],
    [
      "FROM scratch\nHEALTHCHECK --interval=5s --t‸",
      "--timeout",
      "FROM scratch\nHEALTHCHECK --interval=5s --timeout=",
    ],
    ["FROM scratch\nONBUILD COPY --ch‸", "--chmod", "FROM scratch\nONBUILD COPY --chmod="],
    ["FROM scratch\nRUN --mount=‸ x\n", "type=secret,id=", "FROM scratch\nRUN --mount=type=secret,id= x\n"],
    [
      "FROM scratch\nRUN --mount=type=cache,ta‸ x\n",
      "target=",
      "FROM scratch\nRUN --mount=type=cache,target= x\n",
    ],
    [
      "FROM a AS b\nFROM scratch\nRUN --mount=type=bind,from=‸,target=/x y\n",
      "b",
      "FROM a AS b\nFROM scratch\nRUN --mount=type=bind,from=b,target=/x y\n",
    ],
  ])("%j", (text, label, expected) => {
    expect(dockerfile(text).chosen(label)).toBe(expected);
  });

  it("offers no flag twice unless it may be", () => {
    const { labels } = dockerfile("FROM scratch\nCOPY --chown=1 --exclude=a --‸ a b\n");
    expect(labels).toEqual(["--chmod", "--exclude", "--from", "--link", "--parents"]);
  });

  it("offers no flags behind an argument", () => {
    expect(dockerfile("FROM scratch\nRUN ls --‸\n").labels).toEqual([]);
  });
});

describe("stages", () => {
  const text = "FROM a AS build\nFROM b AS Test\nFROM ";

  it.each([
    ["in FROM", `${text}‸`, ["test", "build"]],
    ["after --from=", `${text}scratch\nCOPY --from=‸ x y`, ["test", "build"]],
    ["that stand before", "FROM a AS build\nCOPY --from=‸ x y\nFROM b AS later\n", []],
  ])("%s", (_name, marked, stages) => {
    const { items } = dockerfile(marked);
    expect(
      items.filter(({ detail }) => detail?.startsWith("stage from") === true).map(({ label }) => label),
    ).toEqual(stages);
  });

  it("offers AS behind the image", () => {
    expect(dockerfile("FROM nginx ‸").labels).toEqual(["AS"]);
    expect(dockerfile("FROM nginx AS ‸").labels).toEqual([]);
  });
});

describe("variables", () => {
  it.each([
    ["in FROM", "ARG V=1\nFROM a:$‸\n", "V", "ARG V=1\nFROM a:$V\n"],
    ["in braces", "ARG V=1\nFROM a:${‸\n", "V", "ARG V=1\nFROM a:${V}\n"],
    ["in closed braces", "ARG V=1\nFROM a:${‸}\n", "V", "ARG V=1\nFROM a:${V}\n"],
    [
      "in a stage",
      "FROM a\nENV HOME_X=/h\nWORKDIR $HO‸\n",
      "HOME_X",
      "FROM a\nENV HOME_X=/h\nWORKDIR $HOME_X\n",
    ],
    [
      "from the stage below",
      "FROM a AS b\nENV E=1\nFROM b\nRUN echo $‸\n",
      "E",
      "FROM a AS b\nENV E=1\nFROM b\nRUN echo $E\n",
    ],
    ["in a flag", "ARG P\nFROM --platform=$‸ a\n", "P", "ARG P\nFROM --platform=$P a\n"],
  ])("%s", (_name, text, label, expected) => {
    expect(dockerfile(text).chosen(label)).toBe(expected);
  });

  it.each([
    ["a global ARG in a stage", "ARG V=1\nFROM a\nRUN echo $‸\n"],
    ["an ARG of the stage below", "FROM a AS b\nARG V\nFROM b\nRUN echo $‸\n"],
    ["a later one", "FROM a\nRUN echo $‸\nARG V\n"],
    ["an escaped dollar", "ARG V\nFROM a\nARG V\nRUN echo \\$‸\n"],
  ])("does not offer %s", (_name, text) => {
    expect(dockerfile(text).labels).not.toContain("V");
  });
});

describe("images", () => {
  it.each([
    ["by what it replaces", "FROM nginx‸\n", "registry1.dso.mil/ironbank/opensource/nginx/nginx"],
    [
      "by its beginning",
      "FROM registry1.dso.mil/ironbank/redhat/ubi/ubi‸\n",
      "registry1.dso.mil/ironbank/redhat/ubi/ubi9",
    ],
    ["in --from", "FROM scratch\nCOPY --from=ubi9‸ a b\n", "registry1.dso.mil/ironbank/redhat/ubi/ubi9"],
  ])("%s", (_name, text, label) => {
    const found = dockerfile(text);
    expect(found.labels).toContain(label);
    expect(found.chosen(label)).toContain(label);
    const item = found.items.find((other) => other.label === label);
    expect(item?.detail).not.toBe("");
    expect(item?.documentation).toMatchObject({ kind: "markdown" });
  });

  it("puts names that begin with what is typed first", () => {
    expect(dockerfile("FROM nginx‸\n").labels[0]).toBe("registry1.dso.mil/ironbank/opensource/nginx/nginx");
  });

  it("offers none for a name that no image is for", () => {
    expect(dockerfile("FROM no-such-image-anywhere‸\n").labels).toEqual([]);
  });

  it("names them as the factory's mirror does", async () => {
    const mirrored = await featureContext(
      "images:\n  mirrors:\n    - from: registry1.dso.mil/ironbank/\n      to: harbor.example.mil/ib/\n",
    );
    const { labels } = completed("Dockerfile", "FROM ubi9‸\n", mirrored);
    expect(labels).toContain("harbor.example.mil/ib/redhat/ubi/ubi9");
    expect(labels.some((label) => label.startsWith("registry1.dso.mil"))).toBe(false);
  });
});
