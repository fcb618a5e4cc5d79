import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "declared above", text: "FROM scratch\nARG foo\nENV bar=1\nCOPY $foo ${bar} /\n" },
    { name: "declared in the stage below", text: "FROM scratch AS a\nENV DIR=/x\nFROM a\nWORKDIR $DIR\n" },
    {
      name: "what the base image may set",
      text: "FROM node:22\nWORKDIR $APP_ROOT\nCOPY a $HOME/\nENV PATH=/x:$PATH\n",
    },
    { name: "a value for the case that there is none", text: "FROM scratch\nCOPY ${src:-a} /\n" },
    {
      name: "a name of the base image",
      text: "ARG NODE_VERSION=22\nFROM node:$NODE_VERSION\nRUN echo $NODE_VERSION\n",
    },
    {
      name: "a variable that the script sets",
      text: "ARG VERSION=1\nFROM alpine:3.20\nRUN VERSION=$(cat v) && echo $VERSION; for TARGETARCH in a b; do echo $TARGETARCH; done\n",
    },
    { name: "one ARG with several names", text: "FROM scratch\nARG a=1 b=$a\nLABEL c='$d'\n" },
  ],
  fail: [
    {
      name: "from scratch nothing is set",
      text: "FROM scratch AS first\nCOPY $foo .\nFROM scratch AS second\nCOPY a ${bar}/b /\n",
      findings: [
        { at: "2:6-2:10", problem: "undefined", message: 'Variable "foo" is not declared, so it is empty.' },
        { at: "4:8-4:13", problem: "undefined" },
      ],
      fixed: null,
    },
    {
      name: "an argument from before the first FROM, and one of the platform",
      text: "ARG VERSION=1\nFROM alpine:3.20\nLABEL version=$VERSION\nRUN curl -o x https://example.mil/${VERSION}/x-$TARGETARCH\n",
      findings: [
        {
          at: "3:15-3:23",
          problem: "notTakenOver",
          message: 'Variable "VERSION" is empty here: "ARG VERSION" must stand in this stage, too.',
        },
        { at: "4:35-4:44", problem: "notTakenOver" },
        { at: "4:48-4:59", problem: "notTakenOver" },
      ],
      fixed:
        "ARG VERSION=1\nFROM alpine:3.20\nARG TARGETARCH\nARG VERSION\nLABEL version=$VERSION\nRUN curl -o x https://example.mil/${VERSION}/x-$TARGETARCH\n",
    },
    {
      name: "a misspelled name, and one that is declared further down",
      text: "FROM alpine:3.20\nARG APP_VERSION\nLABEL version=$APP_VERSOIN\nWORKDIR $DIR\nENV DIR=/app\n",
      findings: [
        {
          at: "3:15-3:27",
          problem: "misspelled",
          message: 'Variable "APP_VERSOIN" is not declared; "APP_VERSION" may be meant.',
        },
        {
          at: "4:9-4:13",
          problem: "setLater",
          message: 'Variable "DIR" is declared further down only, so it is empty here.',
        },
      ],
      fixed: null,
    },
  ],
};
