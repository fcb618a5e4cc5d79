import { beforeAll, describe, expect, it } from "vitest";
import { compileCel, loadRegexEngine, mustCompileCel } from "./compile.ts";

beforeAll(loadRegexEngine);

const container = {
  name: "web",
  image: "nginx:1.27",
  ports: [{ containerPort: 80n }, { containerPort: 8443n }],
  resources: { limits: { memory: "512Mi", cpu: "500m" } },
  securityContext: { privileged: true, capabilities: { add: ["NET_ADMIN"] } },
};

describe("predicates", () => {
  it.each([
    ["container.securityContext.privileged", true],
    ["has(container.securityContext.runAsUser)", false],
    ["container.?securityContext.?runAsUser.orValue(0) == 0", true],
    ["container.ports.all(p, p.containerPort >= 1024)", false],
    ["container.ports.exists(p, p.containerPort + 1 == 81)", true],
    ["container.ports.filter(p, p.containerPort > 100).size()", 1n],
    ["'NET_ADMIN' in container.securityContext.capabilities.add", true],
    ["quantity(container.resources.limits.memory).isGreaterThan(quantity('500M'))", true],
    ["quantity('0.5').compareTo(quantity(container.resources.limits.cpu))", 0n],
    ["isQuantity('1.5Qi')", false],
    ["container.image.matches('^nginx:[0-9.]+$')", true],
    ["container.name.startsWith('w') && container.image.split(':')[1] == '1.27'", true],
    ["kubernetesMinor >= 25 && kind == 'Pod'", true],
  ])("%s is %s", (text, expected) => {
    expect(mustCompileCel(text)({ container, kind: "Pod", kubernetesMinor: 34n })).toEqual(expected);
  });

  it.each([
    ["container.", 10],
    ["1 + 'a'", 0],
    ["nobody.name == 'x'", 0],
    ["container.name.frobnicate()", 0],
  ])("%s is refused", (text, offset) => {
    const result = compileCel(text);
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect({ offset: result.offset, hasReason: result.error !== "" }).toEqual({ offset, hasReason: true });
  });

  it("reads nothing from prototypes", () => {
    expect(mustCompileCel("has(container.constructor) || has(container.__proto__)")({ container })).toBe(
      false,
    );
  });

  it("matches in linear time what stalls a backtracking engine", () => {
    const program = mustCompileCel("container.name.matches('^(a+)+$')");
    const before = process.threadCpuUsage();
    expect(program({ container: { name: `${"a".repeat(5000)}b` } })).toBe(false);
    expect(process.threadCpuUsage(before).user).toBeLessThan(2_000_000);
  });

  it("renames matches at any depth that parses", () => {
    const text = `${"!(".repeat(40)}container.name.matches('w')${")".repeat(40)}`;
    expect(mustCompileCel(text)({ container })).toBe(true);
  });
});
