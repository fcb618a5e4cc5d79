import { describe, expect, it } from "vitest";
import { pageOfLink, renderMarkdown, renderPage } from "./render-page.ts";

describe("pageOfLink", () => {
  it.each([
    ["../../requirements/T4-HARDENING.md", { kind: "requirement", id: "T4-HARDENING" }],
    ["K8S-RD-5.2-800-190.md", { kind: "requirement", id: "K8S-RD-5.2-800-190" }],
    ["../rules/dockerfile/user-set.md", { kind: "rule", id: "dockerfile/user-set" }],
    ["../kubernetes/limits-set.md#examples", { kind: "rule", id: "kubernetes/limits-set" }],
    ["../../requirements/README.md", undefined],
    ["command:workbench.action.quit", undefined],
    ["javascript:alert(1).md", undefined],
    ["/etc/passwd", undefined],
    ["", undefined],
  ])("%s", (link, page) => {
    expect(pageOfLink(link)).toEqual(page);
  });
});

describe("renderMarkdown", () => {
  it.each([
    ["# A title", "<h1>A title</h1>\n"],
    ["<!-- Generated. -->\n\nText.", "<p>Text.</p>\n"],
    ['<script>alert("x")</script>', "<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>\n"],
    ["a <img src=x onerror=y> b", "<p>a &lt;img src=x onerror=y&gt; b</p>\n"],
    ["[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n"],
    ["[a](command:workbench.action.quit)", "<p>[a](command:workbench.action.quit)</p>\n"],
    ["[a](http://example.org)", "<p>[a](http://example.org)</p>\n"],
    ["[a](https://example.org/b?c=1&d)", '<p><a href="https://example.org/b?c=1&amp;d">a</a></p>\n'],
    ["![a](https://example.org/pixel.png)", '<p>!<a href="https://example.org/pixel.png">a</a></p>\n'],
    [
      "[`user-set`](../rules/dockerfile/user-set.md)",
      '<p><a href="command:plimsoll.openPage?%5B%7B%22kind%22%3A%22rule%22%2C%22id%22%3A%22dockerfile%2Fuser-set%22%7D%5D"><code>user-set</code></a></p>\n',
    ],
    [
      "| a |\n| --- |\n| b |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n",
    ],
  ])("%j", (markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });
});

describe("renderPage", () => {
  const html = renderPage({ title: 'A "title" <b>', markdown: "Text." }, { nonce: "n0nce", language: "en" });

  it("permits one style element and nothing else", () => {
    expect(html).toContain(`content="default-src 'none'; style-src 'nonce-n0nce'"`);
    expect(html.match(/<style nonce="n0nce">/gu)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<link|<img|\sstyle=|\son[a-z]+=/u);
  });

  it("escapes the title", () => {
    expect(html).toContain("<title>A &quot;title&quot; &lt;b&gt;</title>");
  });

  it("takes all colours from the theme", () => {
    expect(html).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(/u);
  });
});
