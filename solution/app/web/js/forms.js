/// <reference types="xrm" />
// @ts-check

/**
 * A section that is shown for some values of a choice, and while one of its own fields is filled in.
 * @typedef {{ tab: string, section: string, column: string, values: number[], fields: string[] }} SectionRule
 */

/**
 * What forms do by themselves: they leave out sections that do not apply to what is chosen. What is filled in stays in sight, so that it can be
 * cleared; what counts is decided by the server.
 */
var PowerIntegrationForms = (function () {
  "use strict";

  /** @type {Record<string, SectionRule[]>} */
  const declared = {};

  /**
   * Whether a field is filled in.
   * @param {Xrm.FormContext} formContext
   * @param {string} name
   */
  function isFilled(formContext, name) {
    const value = formContext.getAttribute(name)?.getValue();
    return value !== null && value !== undefined;
  }

  /**
   * Shows the section or leaves it out.
   * @param {Xrm.FormContext} formContext
   * @param {SectionRule} rule
   */
  function arrange(formContext, rule) {
    const chosen = formContext.getAttribute(rule.column)?.getValue();
    const isShown = rule.values.includes(Number(chosen ?? Number.NaN)) || rule.fields.some((field) => isFilled(formContext, field));
    formContext.ui.tabs.get(rule.tab)?.sections.get(rule.section)?.setVisible(isShown);
  }

  /**
   * The event onload of a form.
   * @param {Xrm.Events.EventContext} executionContext
   */
  function onLoad(executionContext) {
    const formContext = executionContext.getFormContext();
    for (const rule of declared[formContext.data.entity.getEntityName()] ?? []) {
      const apply = () => arrange(formContext, rule);
      for (const column of [rule.column, ...rule.fields]) {
        formContext.getAttribute(column)?.addOnChange(apply);
      }

      apply();
    }
  }

  return { onLoad };
})();
