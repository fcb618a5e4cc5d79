import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "packages of distributions",
      text: "FROM debian:12\nRUN apt-get install -y curl=7.88.1-10 && apk add 'a~1.2' b=1.2-r0 && dnf install -y httpd-2.4.57 && zypper in -y c=1.2\n",
    },
    {
      name: "packages of languages",
      text: "FROM node:20\nRUN pip install a==1.2 'b[x]~=2.0' && npm install -g @s/c@3.4.5 && gem install d:1.2 && gem install e -v 3 && go install example.com/f@v1.2.3\n",
    },
    {
      name: "by a lock file, a list or constraints",
      text: "FROM node:20\nRUN npm ci && yarn && pip install -r requirements.txt && pip install -c constraints.txt a\n",
    },
    {
      name: "lists of which the script does not say all",
      text: "FROM debian:12\nRUN apt-get install -y $DEPS && deps='a=1' && apt-get install -y $deps && more=\"$(cat l)\" && apk add $more && two='a' && two='b' && apk add $two\n",
    },
    {
      name: "what native extensions are built with",
      text: "FROM ruby:3.4\nRUN gem install nokogiri:1.16.0 -- --use-system-libraries true\n",
    },
    {
      name: "files and repositories",
      text: "FROM node:20\nRUN pip install . ./a.whl git+https://example.com/b.git@v1 local/folder && npm i git+ssh://git@example.com/c.git#v1 ./d.tar && apt-get install -y ./c.deb\n",
    },
    {
      name: "what a variable holds",
      text: "FROM debian:12\nRUN apt-get install -y $PACKAGES grpc=${VERSION} && gem install grpc:${VERSION} && yum install -y a-$A_VERSION b-devel-$(uname -r)\n",
    },
    {
      name: "groups and streams",
      text: "FROM fedora:40\nRUN dnf module install -y nodejs:18 && dnf install -y @development-tools && dnf -y group install 'Development Tools' && yum groupinstall -y a\n",
    },
    { name: "no packages", text: "FROM debian:12\nRUN apt-get update && yum install\n" },
  ],
  fail: [
    {
      name: "repositories without a revision",
      text: "FROM node:20\nRUN pip install git+ssh://git@example.com/a.git#egg=a\nRUN npm install git://example.com/b.git\n",
      findings: [
        {
          at: "2:9-2:16",
          problem: "unpinned",
          message:
            '"git+ssh://git@example.com/a.git#egg=a" has no version, so pip takes whatever is current.',
        },
        { at: "3:9-3:16", problem: "unpinned" },
      ],
      fixed: null,
    },
    {
      name: "a list that the script keeps in a variable",
      text: "FROM debian:12\nRUN deps=' \\\n    gcc \\\n    make=4.3-4.1 \\\n  ' && apt-get install -y $deps && apt-get purge -y ${deps}\n",
      findings: [
        {
          at: "5:16-5:23",
          problem: "unpinned",
          message: '"gcc" has no version, so apt takes whatever is current.',
        },
      ],
      fixed: null,
    },
    {
      name: "a list of packages is one finding",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y \\\n    curl \\\n    git=1:2.39 \\\n    vim nano less\n",
      findings: [
        {
          at: "2:31-2:38",
          problem: "unpinned",
          message: '"curl", "vim", "nano" and 1 more have no version, so apt takes whatever is current.',
        },
      ],
      fixed: null,
    },
    {
      name: "every package manager, in every stage",
      text: `FROM debian:12 AS build
RUN apk add a && dnf install -y b && yum install -y java-11-openjdk && zypper in c
RUN pip install d && npm i -g e && gem install f && go install example.com/g@latest && cargo install h
FROM scratch
`,
      findings: [
        {
          at: "2:9-2:12",
          problem: "unpinned",
          message: '"a" has no version, so apk takes whatever is current.',
        },
        { at: "2:22-2:29", problem: "unpinned" },
        { at: "2:42-2:49", problem: "unpinned" },
        { at: "2:79-2:81", problem: "unpinned" },
        { at: "3:9-3:16", problem: "unpinned" },
        { at: "3:26-3:27", problem: "unpinned" },
        { at: "3:40-3:47", problem: "unpinned" },
        { at: "3:56-3:63", problem: "unpinned" },
        { at: "3:94-3:101", problem: "unpinned" },
      ],
      fixed: null,
    },
    {
      name: "in JSON form, and one of two",
      text: 'FROM ruby:3\nRUN ["gem", "install", "blunder"]\nRUN python3 -m pip install a==1 b\nRUN gem install c -v ${C} d\n',
      findings: [
        { at: "2:13-2:22", problem: "unpinned" },
        { at: "3:20-3:27", problem: "unpinned" },
        { at: "4:9-4:16", problem: "unpinned" },
      ],
      fixed: null,
    },
  ],
};
