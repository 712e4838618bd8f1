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
  const ratePattern = /^(0(\.\d{1,10})?|1(\.0{1,10})?)$/;
  const rowsMax = 50;
  const suggestedMax = 500;

  /**
   * A cell of a row of a list.
   * @typedef {{ column: ListColumn, control: HTMLInputElement | HTMLSelectElement }} Cell
   *
   * @typedef {{
   *   field: Field, id: string, box: HTMLElement, controls: HTMLElement[], error: HTMLElement, rows?: () => Cell[][]
   * }} Shown
   */

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
   * @param {HTMLElement | null} suggested
   */
  function single(field, id, suggested) {
    const described = {
      id,
      "aria-describedby": `${id}-help ${id}-error`,
      ...(field.required ? { "aria-required": "true" } : {}),
      ...(suggested ? { list: suggested.id } : {}),
    };
    const control =
      field.type === "lines"
        ? element("textarea", described)
        : element("input", {
            ...described,
            type: field.type === "date" ? "date" : "text",
            ...(field.type === "amount" || field.type === "number" ? { inputmode: "decimal" } : {}),
          });
    const label = element("label", { for: id }, field.label);
    return { box: element("div", { class: "field" }, label, control, ...(suggested ? [suggested] : [])), controls: [control] };
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

    return rowsFor(field, id, row, rowsMax);
  }

  /**
   * The rows of a table that belong to the record, or that have a value of it.
   * @param {Entry} entry
   * @param {string} id
   * @param {Record<string, any>} row
   * @param {number} most
   * @returns {Promise<Option[]>}
   */
  async function rowsFor(entry, id, row, most) {
    const same = entry.same ? commands.valueIn(row, entry.same) : null;
    const wire = entry.by ?? entry.same?.wire;
    if (!entry.table || !entry.key || !wire || (!entry.by && same === null)) {
      return [];
    }

    const value = entry.by ? id : wire.startsWith("_") ? String(same) : `'${String(same).replaceAll("'", "''")}'`;
    const columns = entry.show ?? [];
    const picked = entry.pick ?? entry.key;
    const select = [...new Set([entry.key, picked, ...columns.map((column) => column.wire)])].join(",");
    const filter = encodeURIComponent(`${wire} eq ${value}${entry.pick ? "" : ` and ${entry.key} ne ${id}`}`);
    const query = `?$select=${select}&$filter=${filter}&$orderby=createdon desc&$top=${most}`;
    const found = await Xrm.WebApi.retrieveMultipleRecords(entry.table, query);
    return found.entities
      .filter((entity) => entity[picked] !== null && entity[picked] !== undefined)
      .map((entity) => ({
        value: String(entity[picked]),
        label: columns.map((column) => textOf(entity, column.wire)).filter(Boolean).join(", "),
      }));
  }

  /**
   * The list of values that are offered while a person types; others may be entered too. Null where none are offered, or none may be read.
   * @param {Entry} entry
   * @param {string} listId
   * @param {string} id
   * @param {Record<string, any>} row
   */
  async function suggestions(entry, listId, id, row) {
    if (!entry.table || entry.type !== "text") {
      return null;
    }

    const found = await rowsFor(entry, id, row, suggestedMax).catch(() => []);
    const byValue = new Map(found.map((option) => [option.value, option.label]));
    return byValue.size === 0
      ? null
      : element("datalist", { id: listId }, ...[...byValue].map(([value, label]) => element("option", { value }, label)));
  }

  /**
   * What is in a list already: the lines of the column that it writes.
   * @param {Field} field
   * @param {Record<string, any>} row
   * @returns {string[][]}
   */
  function written(field, row) {
    const text = field.column ? String(commands.valueIn(row, field.column) ?? "") : "";
    const last = (field.columns ?? []).length - 1;
    return text
      .split(/\r?\n/)
      .filter((line) => line.trim().length > 0)
      .map((line) => {
        const parts = field.separator ? line.split(field.separator).map((part) => part.trim()) : [line.trim()];
        // What follows the last column belongs to it.
        return parts.length > last + 1 ? [...parts.slice(0, last), parts.slice(last).join(field.separator ?? "")] : parts;
      });
  }

  /**
   * @param {ListColumn} column
   * @param {string} id
   * @param {string} value
   * @param {string | null} list
   * @returns {HTMLInputElement | HTMLSelectElement}
   */
  function cellControl(column, id, value, list) {
    if (column.type !== "choice") {
      const control = /** @type {HTMLInputElement} */ (
        element("input", {
          id,
          type: column.type === "date" ? "date" : "text",
          ...(column.required ? { "aria-required": "true" } : {}),
          ...(column.type === "text" || column.type === "date" ? {} : { inputmode: "decimal", class: "figure" }),
          ...(list ? { list } : {}),
        })
      );
      control.value = value;
      return control;
    }

    const control = /** @type {HTMLSelectElement} */ (element("select", { id, ...(column.required ? { "aria-required": "true" } : {}) }));
    const known = (column.options ?? []).some((option) => option.value.toLowerCase() === value.toLowerCase());
    control.append(element("option", { value: "" }, "---"));
    if (value && !known) {
      control.append(element("option", { value }, value));
    }

    for (const option of column.options ?? []) {
      control.append(element("option", { value: option.value }, option.label));
    }

    control.value = (column.options ?? []).find((option) => option.value.toLowerCase() === value.toLowerCase())?.value ?? value;
    return control;
  }

  /**
   * A list of rows: each has one control for a column and a button that removes it; the figures of amounts are added up.
   * @param {Field} field
   * @param {string} id
   * @param {string} record
   * @param {Record<string, any>} row
   */
  async function listed(field, id, record, row) {
    const columns = field.columns ?? [];
    const offered = await Promise.all(columns.map((column, index) => suggestions(column, `${id}-offered-${index}`, record, row)));
    const each = field.each ?? "row";
    const holder = element("div", { class: "rows" });
    const add = element("button", { type: "button", id: `${id}-add` }, `Add ${/^[aeiou]/.test(each) ? "an" : "a"} ${each}`);
    const totals = element("p", { class: "totals", role: "status" });
    /** @type {{ box: HTMLElement, cells: Cell[] }[]} */
    let rows = [];
    let made = 0;

    const name = () => {
      for (const [index, one] of rows.entries()) {
        const called = `${each[0].toUpperCase()}${each.slice(1)} ${index + 1}`;
        one.box.setAttribute("aria-label", called);
        one.box.querySelector(".place")?.replaceChildren(String(index + 1));
        one.box.querySelector("button")?.setAttribute("aria-label", `Remove ${each} ${index + 1}`);
      }

      total();
    };
    const total = () => {
      const sums = columns
        .filter((column) => column.type === "amount")
        .map((column) => {
          const cells = rows.flatMap((one) => one.cells).filter((cell) => cell.column === column);
          const cents = cells.map((cell) => centsOf(cell.control.value)).reduce((sum, one) => sum + one, 0n);
          return `${column.label}: ${moneyOf(cents)}`;
        });
      totals.textContent = rows.length > 1 && sums.length > 0 ? `Totals. ${sums.join("; ")}` : "";
    };
    /** @param {string[]} values */
    const append = (values) => {
      const rowId = `${id}-row-${made}`;
      made += 1;
      const cells = columns.map((column, index) => ({
        column,
        control: cellControl(column, `${rowId}-${index}`, values[index] ?? "", offered[index]?.id ?? null),
      }));
      const remove = element("button", { type: "button", class: "remove" }, "Remove");
      const parts = cells.map((cell) =>
        element("div", { class: `cell ${cell.column.type}` }, element("label", { for: cell.control.id }, cell.column.label), cell.control),
      );
      const box = element("div", { class: "row", role: "group" }, element("span", { class: "place", "aria-hidden": "true" }), ...parts, remove);
      const one = { box, cells };
      remove.addEventListener("click", () => {
        const index = rows.indexOf(one);
        rows = rows.filter((other) => other !== one);
        box.remove();
        name();
        (rows[Math.min(index, rows.length - 1)]?.cells[0].control ?? add).focus();
        holder.dispatchEvent(new Event("change", { bubbles: true }));
      });
      rows.push(one);
      holder.append(box);
      name();
      return one;
    };
    add.addEventListener("click", () => append([]).cells[0].control.focus());
    holder.addEventListener("input", total);
    for (const values of written(field, row)) {
      append(values);
    }

    if (rows.length === 0 && field.required) {
      append([]);
    }

    const helps = columns.filter((column) => column.help).map((column) => element("p", { class: "help" }, `${column.label}: ${column.help}`));
    const lists = offered.filter((list) => list !== null);
    const box = element("fieldset", { class: "list" }, element("legend", {}, field.label), holder, totals, add, ...helps, ...lists);
    return { box, controls: [add], rows: () => rows.map((one) => one.cells) };
  }

  /** @param {string} text */
  function centsOf(text) {
    const plain = text.trim().replace(/,(?=\d{3})/g, "");
    if (!amountPattern.test(plain)) {
      return 0n;
    }

    const [whole, part = ""] = plain.replace("-", "").split(".");
    const cents = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
    return plain.startsWith("-") ? -cents : cents;
  }

  /** @param {bigint} cents */
  function moneyOf(cents) {
    const size = cents < 0n ? -cents : cents;
    const whole = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, ",");
    return `${cents < 0n ? "-" : ""}${whole}.${String(size % 100n).padStart(2, "0")}`;
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
    /** @type {{ box: HTMLElement, controls: HTMLElement[], rows?: () => Cell[][] }} */
    const { box, controls, rows } =
      field.type === "choice" ? group(field, id, field.options ?? [], "radio")
      : field.type === "list" ? await listed(field, id, record, row)
      : field.type === "rows" || field.type === "listed" ? group(field, id, await offered(field, record, row), "checkbox")
      : single(field, id, await suggestions(field, `${id}-offered`, record, row));
    const error = element("p", { class: "error", id: `${id}-error`, hidden: "" });
    box.append(element("p", { class: "help", id: `${id}-help` }, field.help ?? ""), error);
    return { field, id, box, controls, error, rows };
  }

  /**
   * The rows of a list in which something is entered.
   * @param {Shown} shown
   */
  function filled(shown) {
    return (shown.rows?.() ?? []).filter((cells) => cells.some((cell) => cell.control.value.trim().length > 0));
  }

  /** @param {Shown} shown */
  function entered(shown) {
    if (shown.rows) {
      return filled(shown).map((cells) => cells.map((cell) => cell.control.value.trim()).join(" "));
    }

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
   * What is wrong with what was entered, each with the control that it is about.
   * @param {Shown} shown
   * @returns {{ text: string, controls: HTMLElement[] }[]}
   */
  function problems(shown) {
    const { label, type, required, each } = shown.field;
    const [text] = entered(shown);
    if (text === undefined) {
      const missing = type === "list" ? `Add a ${each}.` : type === "choice" ? "Choose one." : "Enter it.";
      return required ? [{ text: `${label}: this is missing. ${missing}`, controls: shown.controls }] : [];
    }

    if (!shown.rows) {
      const found = problemOf(label, type, text);
      return found ? [{ text: found, controls: shown.controls }] : [];
    }

    return shown.rows().flatMap((cells, index) => {
      // An empty row is not sent.
      if (cells.every((cell) => cell.control.value.trim().length === 0)) {
        return [];
      }

      return cells.flatMap((cell) => {
        const value = cell.control.value.trim();
        const name = `${label}, ${each} ${index + 1}, ${cell.column.label}`;
        const found =
          value.length > 0 ? problemOf(name, cell.column.type, value)
          : cell.column.required ? `${name}: this is missing. ${cell.column.type === "choice" ? "Choose one." : "Enter it."}`
          : "";
        const separator = shown.field.separator;
        const isLast = cell === cells[cells.length - 1];
        const cut = separator && !isLast && value.includes(separator) ? `${name}: remove the character ${separator}` : "";
        return found || cut ? [{ text: found || cut, controls: [cell.control] }] : [];
      });
    });
  }

  /**
   * What is wrong with a text of a type; empty for nothing.
   * @param {string} label
   * @param {string} type
   * @param {string} text
   */
  function problemOf(label, type, text) {
    switch (type) {
      case "amount":
        return amountPattern.test(text.replace(/,(?=\d{3})/g, "")) ? "" : `${label}: enter an amount such as 1250.00.`;
      case "number":
        return wholePattern.test(text) ? "" : `${label}: enter a whole number such as 4.`;
      case "rate":
        return ratePattern.test(text) ? "" : `${label}: enter a fraction from 0 to 1, such as 0.10 for 10 percent.`;
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
      case "list":
        return listOf(shown);
      default:
        return texts[0];
    }
  }

  /**
   * The rows of a list: objects, plain values, or the lines of a column.
   * @param {Shown} shown
   */
  function listOf(shown) {
    const rows = filled(shown);
    if (shown.field.column) {
      const separator = shown.field.separator ?? "";
      const between = separator === ":" ? ": " : ` ${separator} `;
      return rows.map((cells) => cells.map((cell) => plainOf(cell)).join(between)).join("\n");
    }

    const objects = rows.map((cells) =>
      Object.fromEntries(cells.filter((cell) => cell.control.value.trim()).map((cell) => [cell.column.name, typedOf(cell)])),
    );
    return shown.field.flat ? objects.map((one) => Object.values(one)[0]) : objects;
  }

  /** @param {Cell} cell */
  function plainOf(cell) {
    const text = cell.control.value.trim();
    return cell.column.type === "amount" ? text.replace(/,(?=\d{3})/g, "") : text;
  }

  /**
   * @param {Cell} cell
   * @returns {unknown}
   */
  function typedOf(cell) {
    const text = plainOf(cell);
    return ["amount", "number", "rate"].includes(cell.column.type) ? Number(text) : text === "true" ? true : text;
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
    if (ask.fields.some((field) => field.column && field.type !== "listed")) {
      // What is written takes the place of what was there, and nothing is written as empty.
      return Object.fromEntries(all.map((shown) => [shown.field.input, entered(shown).length > 0 ? valueOf(shown) : null]));
    }

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
    const wrong = all.filter((shown) => !shown.box.hidden).map((shown) => ({ shown, found: problems(shown) }));
    for (const { shown, found } of wrong) {
      // The list has its name above; every sentence stays a line of its own.
      const prefix = shown.rows ? `${shown.field.label}, ` : "";
      shown.error.replaceChildren(...found.map((one) => element("span", {}, one.text.replace(prefix, ""))));
      shown.error.hidden = found.length === 0;
      const cells = (shown.rows?.() ?? []).flat().map((cell) => cell.control);
      for (const control of [...shown.controls, ...cells]) {
        control.removeAttribute("aria-invalid");
      }

      for (const control of found.flatMap((one) => one.controls).filter((control) => control.tagName !== "BUTTON")) {
        control.setAttribute("aria-invalid", "true");
      }
    }

    const faults = wrong.flatMap(({ shown, found }) => found.map((one) => ({ shown, ...one })));
    const lines = faults.map(({ shown, text, controls }) =>
      element("li", {}, element("a", { href: `#${controls[0]?.id ?? shown.id}` }, text)),
    );
    const isWriting = all.some((shown) => shown.field.column && shown.field.type !== "listed");
    const isEmpty = !mayBeEmpty && !isWriting && all.every((shown) => shown.box.hidden || entered(shown).length === 0);
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
    const columns = ask.fields.flatMap((field) =>
      [field.column ?? [], field.same ?? [], ...(field.columns ?? []).map((column) => column.same ?? [])].flat(),
    );
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
    show([form], all[0]?.rows?.()[0]?.[0].control ?? all[0]?.controls[0]);
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
