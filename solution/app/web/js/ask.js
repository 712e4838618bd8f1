/// <reference types="xrm" />
// @ts-check

// The form of a command: it asks what the command's list of fields says, calls the custom API, and shows what it answers. What was entered stays
// until the server has taken it. Texts are put in as texts, never as markup.
(function () {
  "use strict";

  window.Xrm = window.parent.Xrm;

  const commands = PowerIntegration.Commands;
  const amountPattern = /^-?\d{1,13}(\.\d{1,2})?$/;
  const wholePattern = /^-?\d{1,9}$/;
  const wholeListPattern = /^\d{1,9}(\s*[,;]\s*\d{1,9})*$/;
  const rowsMax = 50;

  /** @typedef {{ field: Field, id: string, box: HTMLElement, controls: HTMLElement[], error: HTMLElement }} Shown */

  /**
   * @param {string} name
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} content
   */
  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes ?? {})) {
      made.setAttribute(attribute, value);
    }

    made.append(...content);
    return made;
  }

  /**
   * Puts content in the place of what is shown, and the focus on a part of it.
   * @param {HTMLElement[]} content
   * @param {HTMLElement} [focus]
   */
  function show(content, focus) {
    document.getElementById("main")?.replaceChildren(...content);
    focus?.focus();
  }

  /** @param {string} label */
  function closing(label) {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => window.close());
    return button;
  }

  /**
   * A sentence and nothing to enter.
   * @param {string} text
   * @param {boolean} isGood
   * @param {HTMLElement[]} more
   */
  function finish(text, isGood, ...more) {
    const look = { class: `message ${isGood ? "good" : "bad"}`, role: isGood ? "status" : "alert", tabindex: "-1", id: "answer" };
    const message = element("p", look, text);
    show([message, ...more, element("div", { class: "choices" }, closing("Close"))], message);
  }

  /**
   * What a field is called among the others: its input, and the path in it.
   * @param {{ input: string, path?: string }} field
   */
  function nameOf(field) {
    return field.path ? `${field.input}.${field.path}` : field.input;
  }

  /**
   * A group of boxes or buttons of which one or several are chosen.
   * @param {Field} field
   * @param {string} id
   * @param {Option[]} options
   * @param {"radio" | "checkbox"} type
   */
  function group(field, id, options, type) {
    const controls = options.map((option, index) =>
      element("input", { type, name: id, id: `${id}-${index}`, value: option.value, "aria-describedby": `${id}-help ${id}-error` }),
    );
    const lines = options.map((option, index) =>
      element("div", { class: "check" }, controls[index], element("label", { for: `${id}-${index}` }, option.label)),
    );
    const none = options.length === 0 ? [element("p", { class: "help" }, "There is nothing to choose from.")] : [];
    return { box: element("fieldset", {}, element("legend", {}, field.label), ...lines, ...none), controls };
  }

  /**
   * @param {Field} field
   * @param {string} id
   */
  function single(field, id) {
    const described = { id, "aria-describedby": `${id}-help ${id}-error`, ...(field.required ? { "aria-required": "true" } : {}) };
    const control =
      field.type === "lines"
        ? element("textarea", described)
        : element("input", {
            ...described,
            type: field.type === "date" ? "date" : "text",
            ...(field.type === "amount" || field.type === "number" ? { inputmode: "decimal" } : {}),
          });
    return { box: element("div", { class: "field" }, element("label", { for: id }, field.label), control), controls: [control] };
  }

  /**
   * A value as people read it; a day with the year first.
   * @param {Record<string, any>} entity
   * @param {string} wire
   */
  function textOf(entity, wire) {
    const value = String(entity[wire] ?? "");
    return /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : String(entity[wire + commands.formatted] ?? value);
  }

  /**
   * The rows or lines that a field offers.
   * @param {Field} field
   * @param {string} id
   * @param {Record<string, any>} row
   * @returns {Promise<Option[]>}
   */
  async function offered(field, id, row) {
    if (field.type === "listed" && field.column) {
      const lines = String(commands.valueIn(row, field.column) ?? "").split("\n").filter(Boolean);
      return lines.map((line) => ({ value: line.split("|")[0], label: line.split("|").slice(1).filter(Boolean).join(", ") }));
    }

    const same = field.same ? commands.valueIn(row, field.same) : null;
    if (!field.table || !field.key || !field.same || same === null) {
      return [];
    }

    const wire = field.same.wire;
    const value = wire.startsWith("_") ? String(same) : `'${String(same).replaceAll("'", "''")}'`;
    const columns = field.show ?? [];
    const select = [field.key, ...columns.map((column) => column.wire)].join(",");
    const filter = encodeURIComponent(`${wire} eq ${value} and ${field.key} ne ${id}`);
    const query = `?$select=${select}&$filter=${filter}&$orderby=createdon desc&$top=${rowsMax}`;
    const found = await Xrm.WebApi.retrieveMultipleRecords(field.table, query);
    const key = field.key;
    return found.entities.map((entity) => ({
      value: String(entity[key]),
      label: columns.map((column) => textOf(entity, column.wire)).filter(Boolean).join(", "),
    }));
  }

  /**
   * @param {Field} field
   * @param {number} index
   * @param {string} record
   * @param {Record<string, any>} row
   * @returns {Promise<Shown>}
   */
  async function draw(field, index, record, row) {
    const id = `field-${index}`;
    const { box, controls } =
      field.type === "choice" ? group(field, id, field.options ?? [], "radio")
      : field.type === "rows" || field.type === "listed" ? group(field, id, await offered(field, record, row), "checkbox")
      : single(field, id);
    const error = element("p", { class: "error", id: `${id}-error`, hidden: "" });
    box.append(element("p", { class: "help", id: `${id}-help` }, field.help ?? ""), error);
    return { field, id, box, controls, error };
  }

  /** @param {Shown} shown */
  function entered(shown) {
    const inputs = /** @type {HTMLInputElement[]} */ (shown.controls);
    return ["choice", "rows", "listed"].includes(shown.field.type)
      ? inputs.filter((input) => input.checked).map((input) => input.value)
      : inputs.map((input) => input.value.trim()).filter(Boolean);
  }

  /**
   * Shows the fields that belong to what is chosen.
   * @param {Shown[]} all
   */
  function arrange(all) {
    for (const shown of all) {
      const [name, value] = (shown.field.if ?? "").split("=");
      const owner = all.find((other) => nameOf(other.field) === name);
      shown.box.hidden = owner !== undefined && !(value ?? "").split("|").includes(entered(owner)[0] ?? "");
    }
  }

  /**
   * What is wrong with what was entered; empty for nothing.
   * @param {Shown} shown
   */
  function problem(shown) {
    const [text] = entered(shown);
    const { label, type, required } = shown.field;
    if (text === undefined) {
      return required ? `${label}: this is missing. ${type === "choice" ? "Choose one." : "Enter it."}` : "";
    }

    switch (type) {
      case "amount":
        return amountPattern.test(text.replace(/,(?=\d{3})/g, "")) ? "" : `${label}: enter an amount such as 1250.00.`;
      case "number":
        return wholePattern.test(text) ? "" : `${label}: enter a whole number such as 4.`;
      case "numbers":
        return wholeListPattern.test(text) ? "" : `${label}: enter whole numbers with commas between them, such as 3, 4.`;
      default:
        return "";
    }
  }

  /**
   * What was entered, as the custom API takes it.
   * @param {Shown} shown
   * @returns {unknown}
   */
  function valueOf(shown) {
    const texts = entered(shown);
    const { type, item } = shown.field;
    /** @param {unknown} one */
    const wrapped = (one) => (item ? { [item]: one } : one);
    switch (type) {
      case "amount":
        return Number(texts[0].replace(/,(?=\d{3})/g, ""));
      case "number":
        return Number(texts[0]);
      case "numbers":
        return texts[0].split(/[,;]/).map((text) => wrapped(Number(text)));
      case "rows":
      case "listed":
        return texts.map(wrapped);
      default:
        return texts[0];
    }
  }

  /**
   * Puts a value at a path such as cut.amount; the step new stands for a new entry of a list.
   * @param {Record<string, any>} owner
   * @param {string} path
   * @param {unknown} value
   * @param {Map<string, any>} entries The new entries, by the path of their lists.
   */
  function put(owner, path, value, entries) {
    const [step, ...rest] = path.split(".");
    if (rest.length === 0) {
      owner[step] = value;
      return;
    }

    if (rest[0] !== "new") {
      owner[step] ??= {};
      put(owner[step], rest.join("."), value, entries);
      return;
    }

    if (!entries.has(step)) {
      entries.set(step, {});
      owner[step] = [...(owner[step] ?? []), entries.get(step)];
    }

    put(entries.get(step), rest.slice(1).join("."), value, entries);
  }

  /**
   * The inputs of the custom API.
   * @param {Ask} ask
   * @param {Shown[]} all
   * @param {Record<string, any>} kept What was decided before and stays.
   */
  function inputsOf(ask, all, kept) {
    /** @type {Record<string, any>} */
    const inputs = {};
    /** @type {Record<string, any>} */
    const objects = ask.keep ? { [ask.keep.input]: { ...kept } } : {};
    const entries = new Map();
    const given = all.filter((shown) => !shown.box.hidden && entered(shown).length > 0);
    const parts = [
      ...(ask.sets ?? []).map((set) => ({ ...set, value: set.value === "true" ? true : set.value })),
      ...given.map((shown) => ({ input: shown.field.input, path: shown.field.path, value: valueOf(shown) })),
    ];
    for (const { input, path } of parts) {
      // What is decided now replaces what was decided about the same; a new entry of a list stands beside the others.
      if (path && path.split(".")[1] !== "new") {
        delete objects[input]?.[path.split(".")[0]];
      }
    }

    for (const { input, path, value } of parts) {
      if (path) {
        put((objects[input] ??= {}), path, value, entries);
      } else {
        inputs[input] = String(value);
      }
    }

    for (const [input, object] of Object.entries(objects)) {
      inputs[input] = JSON.stringify(object);
    }

    return inputs;
  }

  /**
   * What was decided before about the record, and the box that says whether it stays.
   * @param {Kept | undefined} keep
   * @param {Record<string, any>} row
   */
  function keeping(keep, row) {
    /** @type {Record<string, any>} */
    let stored = {};
    try {
      const text = keep ? commands.valueIn(row, keep.column) : null;
      stored = (text && keep ? JSON.parse(text)[keep.path] : null) ?? {};
    } catch {
      stored = {};
    }

    const parts = (keep?.parts ?? []).filter((part) => part.name in stored);
    const again = (keep?.again ?? []).filter((part) => part.name in stored);
    if (!keep || parts.length + again.length === 0) {
      return { box: null, kept: () => ({}) };
    }

    const input = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", id: "keep", "aria-describedby": "keep-help" }));
    input.checked = parts.length > 0;
    const box = element("fieldset", {}, element("legend", {}, keep.label));
    if (parts.length > 0) {
      const label = element("label", { for: "keep" }, parts.map((part) => part.label).join(", "));
      box.append(element("div", { class: "check" }, input, label), element("p", { class: "help", id: "keep-help" }, keep.help));
    }

    if (again.length > 0) {
      const lost = again.map((part) => part.label).join(", ");
      box.append(element("p", { class: "help" }, `Not kept, because it was about what Oracle showed then: ${lost}. Decide it again if it still applies.`));
    }

    const kept = Object.fromEntries(parts.map((part) => [part.name, stored[part.name]]));
    return { box, kept: () => (input.checked ? kept : {}) };
  }

  /**
   * What the answer holds besides its message.
   * @param {Command} command
   * @param {Answer | undefined} answer
   */
  function shownOf(command, answer) {
    return (command.shows ?? [])
      .filter((part) => answer?.[part.output])
      .flatMap((part) => [element("h2", {}, part.label), element("pre", { tabindex: "0" }, String(answer?.[part.output]))]);
  }

  /**
   * The list of what is wrong, before the form.
   * @param {Shown[]} all
   * @param {HTMLElement} summary
   * @param {boolean} mayBeEmpty
   */
  function check(all, summary, mayBeEmpty) {
    const wrong = all.filter((shown) => !shown.box.hidden).map((shown) => ({ shown, text: problem(shown) }));
    for (const { shown, text } of wrong) {
      shown.error.textContent = text;
      shown.error.hidden = text.length === 0;
      for (const control of shown.controls) {
        control.toggleAttribute("aria-invalid", text.length > 0);
        if (text.length > 0) {
          control.setAttribute("aria-invalid", "true");
        }
      }
    }

    const faults = wrong.filter(({ text }) => text.length > 0);
    const lines = faults.map(({ shown, text }) =>
      element("li", {}, element("a", { href: `#${shown.controls[0]?.id ?? shown.id}` }, text)),
    );
    const isEmpty = !mayBeEmpty && all.every((shown) => shown.box.hidden || entered(shown).length === 0);
    const sentence =
      faults.length > 0 ? "Nothing was sent. Correct this:" : isEmpty ? "Nothing was sent. Choose or enter something first, or cancel." : "";
    say(summary, sentence, ...(lines.length > 0 ? [element("ul", {}, ...lines)] : []));
    return sentence.length === 0;
  }

  /**
   * @param {HTMLElement} summary
   * @param {string} text
   * @param {HTMLElement[]} more
   */
  function say(summary, text, ...more) {
    summary.replaceChildren(text, ...more);
    summary.hidden = text.length === 0;
    if (text.length > 0) {
      summary.focus();
    }
  }

  /**
   * The form.
   * @param {Command} command
   * @param {Ask} ask
   * @param {string} id
   */
  async function open(command, ask, id) {
    const columns = ask.fields.flatMap((field) => [field.column ?? [], field.same ?? []].flat());
    const row = await commands.read(command.table, id, [...columns, ...(ask.keep ? [ask.keep.column] : [])]);
    const all = await Promise.all(ask.fields.map((field, index) => draw(field, index, id, row)));
    const { box, kept } = keeping(ask.keep, row);
    const summary = element("div", { class: "message bad", role: "alert", tabindex: "-1", id: "problem", hidden: "" });
    const submit = /** @type {HTMLButtonElement} */ (element("button", { class: "main" }, ask.button));
    const form = element("form", { novalidate: "", autocomplete: "off", "aria-label": ask.title });
    form.append(
      summary,
      ...(ask.text ? [element("p", {}, ask.text)] : []),
      ...all.map((shown) => shown.box),
      ...(box ? [box] : []),
      element("div", { class: "choices" }, submit, closing("Cancel")),
    );
    form.addEventListener("change", () => arrange(all));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (submit.disabled || !check(all, summary, ask.fields.length === 0)) {
        return;
      }

      submit.disabled = true;
      const result = await commands.run(command, id, inputsOf(ask, all, kept()));
      submit.disabled = false;
      if (result.isDone) {
        finish(result.message, true, ...shownOf(command, result.answer));
      } else {
        say(summary, result.message);
      }
    });
    arrange(all);
    show([form], all[0]?.controls[0]);
  }

  async function start() {
    /** @type {{ command?: string, id?: string }} */
    let asked = {};
    try {
      asked = JSON.parse(new URLSearchParams(location.search).get("data") ?? "{}");
    } catch {
      asked = {};
    }

    const command = commands.find(String(asked.command ?? ""));
    const id = String(asked.id ?? "");
    if (!command || !/^([0-9a-f-]{36})?$/.test(id)) {
      finish("This command is not part of the installed version. Close this window and reload the page.", false);
      return;
    }

    document.title = command.ask?.title ?? command.label;
    try {
      if (command.ask) {
        await open(command, command.ask, id);
        return;
      }

      const result = await commands.run(command, id);
      finish(result.message, result.isDone, ...shownOf(command, result.answer));
    } catch (failure) {
      finish(commands.sentenceOf(failure), false);
    }
  }

  start();
})();
