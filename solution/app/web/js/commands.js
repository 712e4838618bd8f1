/// <reference types="xrm" />
// @ts-check

/**
 * What a custom API answers: its outputs by their names.
 * @typedef {Record<string, unknown>} Answer
 *
 * Which answer is meant: an output and the values that it has then.
 * @typedef {{ output: string, values: string[] }} Expected
 *
 * A column of the record, or of a record that a lookup leads to.
 * @typedef {{ wire: string, label: string, through?: string }} Column
 *
 * An input that comes from the record or is always the same.
 * @typedef {{ name: string, from?: string, value?: string, column?: Column, optional?: boolean }} Input
 *
 * @typedef {{ value: string, label: string }} Option
 *
 * One thing to enter: a field of the form, or of a row of a list in it. Rows of a table may be offered for it.
 * @typedef {{
 *   type: string, label: string, help?: string, required?: boolean, options?: Option[],
 *   table?: string, key?: string, same?: Column, by?: string, pick?: string, show?: Column[]
 * }} Entry
 *
 * @typedef {Entry & { name: string }} ListColumn
 *
 * A field of the form that a command asks with.
 * @typedef {Entry & {
 *   input: string, path?: string, item?: string, if?: string, column?: Column,
 *   columns?: ListColumn[], each?: string, flat?: boolean, separator?: string
 * }} Field
 *
 * @typedef {{ input: string, path: string, value: string }} Fixed
 * @typedef {{ name: string, label: string }} Part
 * @typedef {{ input: string, path: string, label: string, help: string, column: Column, parts: Part[], again: Part[] }} Kept
 * @typedef {{ title: string, button: string, text?: string, keep?: Kept, sets?: Fixed[], fields: Field[] }} Ask
 *
 * @typedef {{
 *   label: string, table: string, api?: string, types?: Record<string, string>, inputs?: Input[], done?: Expected,
 *   confirm?: { title: string, text: string, button: string },
 *   review?: { input: string, shown: Expected, title: string, button: string },
 *   ask?: Ask,
 *   open?: { table: string, values: { name: string, value?: string, column?: Column, lookup?: boolean, row?: boolean }[] },
 *   write?: { done: string },
 *   change?: { table: string, key: string, by: string, latest: string, column: string, value: number, done: string, none: string },
 *   shows?: { output: string, label: string }[]
 * }} Command
 */

/**
 * The commands of the app. What is allowed and what follows is decided by the server: a command asks the person, calls the custom API as that
 * person, and shows what it answers.
 */
var PowerIntegration = (function () {
  "use strict";

  /** @type {Record<string, Command>} */
  const declared = {};

  const formatted = "@OData.Community.Display.V1.FormattedValue";
  const dialogWidth = 640;
  const dialogHeight = 600;
  const wideWidth = 960;

  /**
   * The command of a name.
   * @param {string} name
   */
  function find(name) {
    return Object.hasOwn(declared, name) ? declared[name] : null;
  }

  /**
   * An id as the Web API writes it.
   * @param {string} id
   */
  function plain(id) {
    return id.replace(/[{}]/g, "").toLowerCase();
  }

  /**
   * The sentence of a refusal.
   * @param {unknown} failure
   */
  function sentenceOf(failure) {
    const message = failure && typeof failure === "object" && "message" in failure ? failure.message : failure;
    return String(message || "The server did not answer. Try again.");
  }

  /**
   * Whether an answer is the one that is meant.
   * @param {Answer} answer
   * @param {Expected | undefined} expected
   */
  function is(answer, expected) {
    return expected !== undefined && expected.values.includes(String(answer[expected.output] ?? ""));
  }

  /**
   * Reads columns of a record, and of the records that its lookups lead to.
   * @param {string} table
   * @param {string} id
   * @param {Column[]} columns
   * @returns {Promise<Record<string, any>>}
   */
  async function read(table, id, columns) {
    if (columns.length === 0) {
      return {};
    }

    const own = columns.filter((column) => !column.through).map((column) => column.wire);
    // Each lookup is followed once, whatever is read there.
    const ways = [...new Set(columns.flatMap((column) => column.through ?? []))];
    const others = ways.map((way) => `${way}($select=${columns.filter((column) => column.through === way).map((column) => column.wire).join(",")})`);
    const parts = [own.length > 0 ? "$select=" + own.join(",") : "", others.length > 0 ? "$expand=" + others.join(",") : ""];
    return Xrm.WebApi.retrieveRecord(table, id, "?" + parts.filter(Boolean).join("&"));
  }

  /**
   * The value of a column in a record that was read.
   * @param {Record<string, any>} row
   * @param {Column} column
   */
  function valueIn(row, column) {
    const owner = column.through ? row[column.through] : row;
    return owner ? (owner[column.wire] ?? null) : null;
  }

  /**
   * The inputs that do not come from a person.
   * @param {Command} command
   * @param {string} id
   * @returns {Promise<Record<string, unknown>>}
   */
  async function inputsOf(command, id) {
    const inputs = command.inputs ?? [];
    const row = await read(command.table, id, inputs.flatMap((input) => input.column ?? []));
    /** @type {Record<string, unknown>} */
    const values = {};
    for (const input of inputs) {
      const value =
        input.from === "row" ? id : input.from === "table" ? command.table : input.column ? valueIn(row, input.column) : (input.value ?? null);
      if (value !== null) {
        values[input.name] = command.types?.[input.name] === "Edm.Boolean" ? value === "true" || value === true : value;
      } else if (input.column && !input.optional) {
        throw new Error(`${command.label}: the field ${input.column.label} of this record is empty.`);
      }
    }

    return values;
  }

  /**
   * Calls the custom API of a command as the person.
   * @param {Command} command
   * @param {Record<string, unknown>} values
   * @returns {Promise<Answer>}
   */
  async function call(command, values) {
    /** @type {Record<string, { typeName: string, structuralProperty: number }>} */
    const parameterTypes = {};
    for (const name of Object.keys(values)) {
      parameterTypes[name] = { typeName: command.types?.[name] ?? "Edm.String", structuralProperty: 1 };
    }

    const metadata = { boundParameter: null, operationType: 0, operationName: command.api ?? "", parameterTypes };
    const response = await Xrm.WebApi.online.execute({ ...values, getMetadata: () => metadata });
    return response.json();
  }

  /**
   * Sets the newest of the rows that belong to the record to a value.
   * @param {Command} command
   * @param {string} id
   */
  async function change(command, id) {
    const rule = command.change;
    if (!rule) {
      return { isDone: false, message: "" };
    }

    const query = `?$select=${rule.key}&$filter=${rule.by} eq ${id}&$orderby=${rule.latest} desc&$top=1`;
    const found = await Xrm.WebApi.retrieveMultipleRecords(rule.table, query);
    if (found.entities.length === 0) {
      return { isDone: false, message: rule.none };
    }

    await Xrm.WebApi.updateRecord(rule.table, found.entities[0][rule.key], { [rule.column]: rule.value });
    return { isDone: true, message: rule.done };
  }

  /**
   * Carries a command out for one record.
   * @param {Command} command
   * @param {string} id
   * @param {Record<string, unknown>} [more] Inputs of a person.
   * @returns {Promise<{ isDone: boolean, message: string, answer?: Answer }>}
   */
  async function run(command, id, more) {
    try {
      if (command.change) {
        return await change(command, id);
      }

      if (command.write) {
        await Xrm.WebApi.updateRecord(command.table, id, more ?? {});
        return { isDone: true, message: command.write.done };
      }

      const answer = await call(command, { ...(await inputsOf(command, id)), ...more });
      return { isDone: is(answer, command.done), message: String(answer.Message ?? ""), answer };
    } catch (failure) {
      return { isDone: false, message: sentenceOf(failure) };
    }
  }

  /**
   * Shows a sentence.
   * @param {string} title
   * @param {string} text
   */
  async function tell(title, text) {
    await Xrm.Navigation.openAlertDialog(
      { title, text, confirmButtonLabel: "Close" },
      { width: dialogWidth, height: text.length > 400 ? dialogHeight : 280 },
    );
  }

  /**
   * Asks whether to go on.
   * @param {string} title
   * @param {string} text
   * @param {string} button
   */
  async function agrees(title, text, button) {
    const size = { width: dialogWidth, height: text.length > 400 ? dialogHeight : 280 };
    const answer = await Xrm.Navigation.openConfirmDialog(
      { title, text, confirmButtonLabel: button, cancelButtonLabel: "Cancel" },
      size,
    );
    return answer.confirmed;
  }

  /**
   * Shows what the server answers first, and passes on what it named once the person agreed.
   * @param {Command} command
   * @param {string} id
   */
  async function review(command, id) {
    const rule = command.review;
    const first = await busy(command.label, () => run(command, id));
    if (!rule || !first.answer || !is(first.answer, rule.shown)) {
      await tell(command.label, first.message);
      return;
    }

    if (await agrees(rule.title, first.message, rule.button)) {
      const hash = first.answer[rule.input];
      await tell(command.label, (await busy(command.label, () => run(command, id, { [rule.input]: hash }))).message);
    }
  }

  /**
   * Opens the form of a command.
   * @param {string} name
   * @param {Command} command
   * @param {string} id
   */
  async function ask(name, command, id) {
    const fields = command.ask ? command.ask.fields.length + command.ask.fields.flatMap((field) => field.options ?? []).length / 3 : 4;
    const hasList = command.ask?.fields.some((field) => field.type === "list");
    const height = hasList ? dialogHeight : Math.min(dialogHeight, Math.round(240 + 80 * fields));
    await Xrm.Navigation.navigateTo(
      { pageType: "webresource", webresourceName: "pint_/html/ask.html", data: JSON.stringify({ command: name, id }) },
      { target: 2, position: 1, width: command.shows || hasList ? wideWidth : dialogWidth, height, title: command.ask?.title ?? command.label },
    );
  }

  /**
   * Opens a new record with values of this one.
   * @param {Command} command
   * @param {string} id
   * @param {string} called What this record is called.
   */
  async function open(command, id, called) {
    const rule = command.open;
    if (!rule) {
      return;
    }

    const row = await read(command.table, id, rule.values.flatMap((value) => value.column ?? []));
    /** @type {Record<string, string>} */
    const given = {};
    for (const value of rule.values) {
      if (value.row) {
        Object.assign(given, { [value.name]: id, [value.name + "name"]: called, [value.name + "type"]: command.table });
        continue;
      }

      const found = value.column ? valueIn(row, value.column) : value.value;
      if (found !== null && found !== undefined) {
        given[value.name] = String(found);
      }

      if (value.lookup && value.column && found) {
        const owner = value.column.through ? row[value.column.through] : row;
        given[value.name + "name"] = String(owner[value.column.wire + formatted] ?? "");
        given[value.name + "type"] = String(owner[value.column.wire + "@Microsoft.Dynamics.CRM.lookuplogicalname"] ?? "");
      }
    }

    await Xrm.Navigation.openForm({ entityName: rule.table }, given);
  }

  /**
   * Shows that the server works.
   * @template T
   * @param {string} text
   * @param {() => Promise<T>} work
   */
  async function busy(text, work) {
    Xrm.Utility.showProgressIndicator(text);
    try {
      return await work();
    } finally {
      Xrm.Utility.closeProgressIndicator();
    }
  }

  /**
   * Carries a command out for several records, one after the other, and says what became of them.
   * @param {Command} command
   * @param {string[]} ids
   */
  async function runAll(command, ids) {
    const results = await busy(command.label, async () => {
      const all = [];
      for (const id of ids) {
        all.push(await run(command, id));
      }

      return all;
    });
    const done = results.filter((result) => result.isDone).length;
    const sentences = [...new Set(results.map((result) => result.message))];
    await tell(command.label, ids.length === 1 ? sentences[0] : `${done} of ${ids.length} done.\n${sentences.join("\n")}`);
  }

  /**
   * Does what a button says. True where records may have changed.
   * @param {string} name
   * @param {string[]} ids
   * @param {string} what What the person sees the command is about.
   */
  async function perform(name, ids, what) {
    const command = find(name);
    if (!command) {
      await tell("Command", "This command is not part of the installed version. Reload the page.");
      return false;
    }

    try {
      if (command.ask || command.shows) {
        await ask(name, command, ids[0] ?? "");
        return true;
      }

      if (command.open) {
        await open(command, ids[0], what);
        return false;
      }

      if (command.review) {
        await review(command, ids[0] ?? "");
        return true;
      }

      const { title, text, button } = command.confirm ?? { title: "", text: "", button: "" };
      if (command.confirm && !(await agrees(title, `${what}\n${text}`, button))) {
        return false;
      }

      await runAll(command, ids);
      return true;
    } catch (failure) {
      await Xrm.Navigation.openErrorDialog({ message: sentenceOf(failure) });
      return true;
    }
  }

  /**
   * A button above a form.
   * @param {Xrm.FormContext} formContext
   * @param {string} name
   */
  async function onForm(formContext, name) {
    if (formContext.data.getIsDirty()) {
      await tell(find(name)?.label ?? "Command", "This record has changes that are not saved. Save them first.");
      return;
    }

    const id = plain(formContext.data.entity.getId());
    if (await perform(name, [id], formContext.data.entity.getPrimaryAttributeValue())) {
      await formContext.data.refresh(false);
      formContext.ui.refreshRibbon();
    }
  }

  /**
   * A button above a list.
   * @param {Xrm.Controls.GridControl} gridControl
   * @param {string[]} ids
   * @param {string} name
   */
  async function onList(gridControl, ids, name) {
    const what = ids.length === 1 ? "1 record is selected." : `${ids.length} records are selected.`;
    if (await perform(name, ids.map(plain), what)) {
      gridControl.refresh();
    }
  }

  return { Commands: { onForm, onList, find, run, read, valueIn, sentenceOf, formatted } };
})();
