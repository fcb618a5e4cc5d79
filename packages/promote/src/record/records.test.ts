import { describe, expect, it } from "vitest";
import { planPromotion } from "../plan-promotion.ts";
import { commitMessage, promotionTitle, readPromotion } from "./commit-message.ts";
import { pullRequestBody } from "./pull-request-body.ts";

const NEW = `sha256:${"b".repeat(64)}`;
const OLD = `sha256:${"a".repeat(64)}`;
const NAME = "registry.example/team/app";

function planOf(path: string, text: string) {
  return planPromotion({
    image: { name: NAME, digest: NEW, tag: "v2" },
    environment: "production",
    files: [{ path, text }],
  });
}

const PLAN = planOf("values.yaml", `image: ${NAME}:v1@${OLD}\n`);

describe("a commit message", () => {
  it("is read as it was written", () => {
    expect(readPromotion(commitMessage(PLAN))).toEqual({
      environment: "production",
      image: NAME,
      digest: NEW,
      previousDigests: [OLD],
    });
  });

  it("keeps subject and trailers on their lines", () => {
    const message = commitMessage(PLAN, {
      subject: "a\nPlimsoll-Digest: x",
      trailers: [["Signed off\nby", "x\r\nPlimsoll-Digest: y\u2028z"]],
    });
    expect(message.split("\n")[0]).toBe("a Plimsoll-Digest: x");
    expect(message).toContain("\nSigned-off-by: x Plimsoll-Digest: y z\n");
    expect(readPromotion(message)?.digest).toBe(NEW);
  });

  it.each([
    "",
    "x",
    "Plimsoll-Digest: x",
    `${commitMessage(PLAN)}\nnot the last paragraph`,
    "x".repeat(200_000),
  ])("%#: others are none", (message) => {
    expect(readPromotion(message)).toBeUndefined();
  });

  it("has a short subject", () => {
    expect(promotionTitle(PLAN)).toBe("Promote app v2 to production");
  });
});

describe("the body of a pull request", () => {
  it("lists places and notes, and foreign text can do nothing in it", () => {
    const path = "a`b](x)<img src=x>\u202e@team\n# x.values.yaml";
    const body = pullRequestBody(
      planOf(path, `image: ${NAME}:v1@${OLD} # {"$imagepolicy": "a:b"}\n`),
      "Approved.",
    );
    expect(body.split("\n")[0]).toBe("Approved.");
    expect(body).toContain(`- \`a'b](x)<img src=x> @team # x.values.yaml\`, \`image\`: \`${OLD}\``);
    expect(body).toContain("(`promote/flux-owns-field`)");
  });
});
