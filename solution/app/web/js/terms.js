/// <reference types="xrm" />
// @ts-check

// What a version of terms means: in words, what is wrong with it, and an example that the engine billed.
(function () {
  "use strict";

  const { element, amount, table, message, call, start } = PowerIntegrationPages;

  /**
   * @typedef {{ title: string, sentences: string[] }} Topic
   * @typedef {{ sentence: string, fields: { label: string, value: string }[] }} Problem
   * @typedef {{ number: number, remarks?: string[] } & Record<string, any>} Application
   * @typedef {{ contractSum: number, applications: Application[], residual: number }} Example
   * @typedef {{ currency: string, topics: Topic[], problems: Problem[], example?: Example }} Explanation
   */

  /** Lines of the certificate: what they are called, and the figure. */
  const lines = [
    ["Completed work to date", "work"],
    ["Materials presently stored", "stored"],
    ["4. Total completed and stored to date", "gross"],
    ["5a. Retainage on completed work", "workRetainage"],
    ["5b. Retainage on stored materials", "storedRetainage"],
    ["5. Total retainage", "retainage"],
    ["6. Total earned less retainage", "earned"],
    ["8. Current payment due", "paymentDue"],
    ["Tax", "tax"],
    ["Withheld from the payment", "withheld"],
    ["Paid", "payable"],
    ["9. Balance to finish, including retainage", "balance"],
  ];

  /** @param {Problem[]} problems */
  function wrong(problems) {
    /** @param {Problem} problem @param {"label" | "value"} part */
    const parts = (problem, part) => problem.fields.map((field) => element("div", {}, field[part]));
    return table({
      caption: "Correct these",
      columns: [{ label: "What is wrong" }, { label: "Field" }, { label: "Value" }],
      rows: problems.map((problem) => [problem.sentence, parts(problem, "label"), parts(problem, "value")]),
    });
  }

  /** @param {Topic[]} topics */
  function meaning(topics) {
    const parts = topics.map((topic) =>
      element("div", {}, element("dt", {}, topic.title), element("dd", {}, ...topic.sentences.map((text) => element("p", {}, text)))),
    );
    return element("section", { class: "card" }, element("h2", {}, "What the terms mean"), element("dl", { class: "topics" }, ...parts));
  }

  /** @param {Example} example @param {string} currency */
  function worked(example, currency) {
    const { applications } = example;
    const shown = lines.filter(([, name]) => applications.some((application) => typeof application[name] === "number"));
    const remarks = applications.flatMap((application) => (application.remarks ?? []).map((text) => `Application ${application.number}: ${text}`));
    const figures = table({
      caption: `Worked example: a contract over ${amount(example.contractSum, currency)}`,
      note: `Billed by the engine with these terms. Amounts in ${currency}.`,
      columns: [
        { label: "Line", kind: "name" },
        ...applications.map((application) => ({ label: `Application ${application.number}`, kind: /** @type {const} */ ("figure") })),
      ],
      rows: shown.map(([label, name]) => [label, ...applications.map((application) => amount(application[name]))]),
      narrow: true,
    });
    const proof = `Line 6 of the last application less all payments due: ${amount(example.residual, currency)}.`;
    const list = remarks.length > 0 ? element("ul", {}, ...remarks.map((text) => element("li", {}, text))) : null;
    return element("section", { class: "card" }, figures, element("p", { class: "quiet" }, proof), list);
  }

  start("Save the terms first. This page then shows what they mean, with an example.", async (record) => {
    const answer = await call("pint_ExplainTerms", "TermsId", record.id);
    /** @type {Explanation} */
    const { currency, topics, problems, example } = JSON.parse(answer.Explanation);
    return [
      message(String(answer.Message), answer.ProblemCount > 0 ? "bad" : "good"),
      problems.length > 0 ? element("section", { class: "card" }, wrong(problems)) : null,
      topics.length > 0 ? meaning(topics) : null,
      example ? worked(example, currency) : null,
    ].filter((part) => part !== null);
  });
})();
