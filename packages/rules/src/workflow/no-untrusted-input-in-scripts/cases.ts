import type { RuleCases } from "@plimsoll/core";

const head = "on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n";

export const cases: RuleCases = {
  pass: [
    {
      name: "a variable that carries the text",
      text: `${head}      - run: echo "$TITLE"\n        env:\n          TITLE: \${{ github.event.pull_request.title }}\n`,
    },
    {
      name: "values that are no text of anybody's choice",
      text: `${head}      - run: echo \${{ github.sha }} \${{ github.event.pull_request.number }} \${{ secrets.A }} \${{ contains(github.event.issue.title, 'x') && 'a' || 'b' }}\n`,
    },
    {
      name: "a matrix and variables that the file writes out, and a choice",
      text: "on: {workflow_dispatch: {inputs: {level: {type: choice, options: [a]}}}}\nenv: {A: x}\njobs:\n  a:\n    strategy: {matrix: {os: [a, b]}}\n    runs-on: x\n    steps:\n      - run: echo ${{ matrix.os }} ${{ env.A }} ${{ inputs.level }} ${{ github.event.inputs.level }}\n",
    },
    {
      name: "an input of an action that is no code",
      text: `${head}      - uses: a/b@v1\n        with: {title: '\${{ github.head_ref }}'}\n`,
    },
  ],
  fail: [
    {
      name: "the title of a pull request, bare and in quotes",
      text: `${head}      - run: |\n          echo \${{ github.event.pull_request.title }}\n          echo "by \${{ github.head_ref }}"\n`,
      findings: [
        {
          at: "7:16-7:54",
          problem: "outsider",
          message:
            'Anyone can write "github.event.pull_request.title", and here it becomes part of the script.',
          severity: "error",
        },
        { at: "8:20-8:42", problem: "outsider" },
      ],
      fixed: `${head}      - run: |\n          echo "\${PULL_REQUEST_TITLE}"\n          echo "by \${HEAD_REF}"\n        env:\n          PULL_REQUEST_TITLE: \${{ github.event.pull_request.title }}\n          HEAD_REF: \${{ github.head_ref }}\n`,
    },
    {
      name: "in single quotes, where a variable is none, and in code of an action",
      text: `${head}      - run: echo '\${{ github.event.issue.body }}'\n      - uses: actions/github-script@v8\n        with:\n          script: console.log("\${{ toJSON(github.event.*.body) }}")\n`,
      findings: [
        { at: "6:20-6:50", problem: "outsider" },
        { at: "9:32-9:66", problem: "outsider" },
      ],
      fixed: null,
    },
    {
      name: "an input of who starts it, and an output",
      text: "on:\n  workflow_dispatch:\n    inputs:\n      name: {type: string}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ inputs.name }}\n      - run: echo ${{ steps.x.outputs.y }}\n",
      findings: [
        { at: "9:19-9:37", problem: "starter", severity: "warning" },
        { at: "10:19-10:43", problem: "computed", severity: "info" },
      ],
      fixed:
        'on:\n  workflow_dispatch:\n    inputs:\n      name: {type: string}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo "${INPUTS_NAME}"\n        env:\n          INPUTS_NAME: ${{ inputs.name }}\n      - run: echo "${STEPS_X_OUTPUTS_Y}"\n        env:\n          STEPS_X_OUTPUTS_Y: ${{ steps.x.outputs.y }}\n',
    },
    {
      name: "a variable that is set to an outsider's text",
      text: `on: issues\nenv:\n  T: \${{ github.event.issue.title }}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo '\${{ env.T }}'\n`,
      findings: [{ at: "8:20-8:32", problem: "outsider" }],
      fixed: null,
    },
  ],
};
