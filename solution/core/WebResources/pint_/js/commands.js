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
  const declared = {
  "pint_approvalauthority/activate": {
    "label": "Activate",
    "table": "pint_approvalauthority",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_approvalauthority/activate-batch": {
    "label": "Activate batch",
    "table": "pint_approvalauthority",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_approvalauthority/confirm-end": {
    "label": "Confirm end",
    "table": "pint_approvalauthority",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_approvalauthority/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_approvalauthority",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_approvalauthority/request-end": {
    "label": "Request end",
    "table": "pint_approvalauthority",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_approvalauthority/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_approvalauthority",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_commitment/activate": {
    "label": "Activate",
    "table": "pint_commitment",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_commitment/activate-batch": {
    "label": "Activate batch",
    "table": "pint_commitment",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_commitment/confirm-end": {
    "label": "Confirm end",
    "table": "pint_commitment",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_commitment/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_commitment",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_commitment/edit-closed": {
    "label": "Closed lines",
    "table": "pint_commitment",
    "ask": {
      "title": "Lines closed before the cutover",
      "button": "Save",
      "fields": [
        {
          "input": "pint_openingclosedlines",
          "type": "list",
          "label": "Lines",
          "each": "line",
          "flat": true,
          "columns": [
            {
              "name": "line",
              "type": "text",
              "label": "Line",
              "help": "Procore\u0027s ID of the line.",
              "table": "pint_recordlink",
              "by": "_pint_commitmentid_value",
              "pick": "pint_procoreid",
              "show": [
                {
                  "wire": "pint_name",
                  "label": "Name"
                }
              ],
              "required": true,
              "key": "pint_recordlinkid"
            }
          ],
          "column": {
            "wire": "pint_openingclosedlines",
            "label": "Opening closed lines"
          }
        }
      ]
    },
    "write": {
      "done": "The list was saved. A second person must sign the opening balances again."
    }
  },
  "pint_commitment/edit-posted": {
    "label": "Posted before the cutover",
    "table": "pint_commitment",
    "ask": {
      "title": "Posted before the cutover",
      "button": "Save",
      "text": "Choose each invoice of Procore that was posted before the cutover. A second person signs the list with the opening balances.",
      "fields": [
        {
          "input": "pint_openingpostedrevisions",
          "type": "list",
          "label": "Invoices",
          "each": "invoice",
          "flat": true,
          "columns": [
            {
              "name": "key",
              "type": "text",
              "label": "Invoice",
              "table": "pint_document",
              "by": "_pint_commitmentid_value",
              "pick": "pint_key",
              "show": [
                {
                  "wire": "pint_name",
                  "label": "Name"
                },
                {
                  "wire": "pint_payableamount",
                  "label": "Payable amount"
                }
              ],
              "required": true,
              "key": "pint_documentid"
            }
          ],
          "column": {
            "wire": "pint_openingpostedrevisions",
            "label": "Opening posted revisions"
          }
        }
      ]
    },
    "write": {
      "done": "The list was saved. A second person must sign the opening balances again."
    }
  },
  "pint_commitment/release-retainage": {
    "label": "Release retainage",
    "table": "pint_commitment",
    "api": "pint_PrepareRetainageRelease",
    "types": {
      "BillingDate": "Edm.String",
      "CommitmentId": "Edm.Guid",
      "InvoiceNumber": "Edm.String",
      "PeriodEnd": "Edm.String",
      "Reference": "Edm.String",
      "Release": "Edm.String",
      "Tax": "Edm.String"
    },
    "inputs": [
      {
        "name": "CommitmentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "ask": {
      "title": "Release retainage",
      "button": "Release retainage",
      "fields": [
        {
          "input": "Reference",
          "type": "text",
          "label": "Reference",
          "help": "A name within the commitment, such as R1. The same reference is the same release.",
          "required": true
        },
        {
          "input": "Release",
          "path": "kind",
          "type": "choice",
          "label": "How much",
          "required": true,
          "options": [
            {
              "value": "total",
              "label": "An amount"
            },
            {
              "value": "downTo",
              "label": "Down to an amount that stays held"
            },
            {
              "value": "byLine",
              "label": "An amount on each line"
            },
            {
              "value": "everything",
              "label": "All retainage that is held"
            }
          ]
        },
        {
          "input": "Release",
          "path": "amount",
          "type": "amount",
          "label": "Amount to release",
          "if": "Release.kind=total",
          "required": true
        },
        {
          "input": "Release",
          "path": "held",
          "type": "amount",
          "label": "Amount that stays held",
          "if": "Release.kind=downTo",
          "required": true
        },
        {
          "input": "Release",
          "path": "lines",
          "type": "list",
          "label": "Released on each line",
          "each": "line",
          "if": "Release.kind=byLine",
          "required": true,
          "columns": [
            {
              "name": "line",
              "type": "text",
              "label": "Line",
              "table": "pint_recordlink",
              "by": "_pint_commitmentid_value",
              "pick": "pint_procoreid",
              "show": [
                {
                  "wire": "pint_name",
                  "label": "Name"
                }
              ],
              "required": true,
              "key": "pint_recordlinkid"
            },
            {
              "name": "amount",
              "type": "amount",
              "label": "Amount",
              "required": true
            }
          ]
        },
        {
          "input": "Release",
          "path": "punchListHold",
          "type": "amount",
          "label": "Held for punch-list items",
          "help": "This part is not paid yet. Leave empty for none."
        },
        {
          "input": "PeriodEnd",
          "type": "date",
          "label": "Period end",
          "required": true
        },
        {
          "input": "BillingDate",
          "type": "date",
          "label": "Billing date",
          "required": true
        },
        {
          "input": "InvoiceNumber",
          "type": "text",
          "label": "Invoice number",
          "help": "The vendor\u0027s own. If empty, commitment number and reference are used."
        },
        {
          "input": "Tax",
          "type": "amount",
          "label": "Tax",
          "help": "Only if the terms take tax from the invoice."
        }
      ]
    }
  },
  "pint_commitment/request-end": {
    "label": "Request end",
    "table": "pint_commitment",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_commitment/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_commitment",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_commitment/sign-opening": {
    "label": "Sign opening balances",
    "table": "pint_commitment",
    "api": "pint_SignOpeningBalances",
    "types": {
      "CommitmentId": "Edm.Guid",
      "OpeningHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "CommitmentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Signed"
      ]
    },
    "review": {
      "input": "OpeningHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Sign these opening balances?",
      "button": "Sign"
    }
  },
  "pint_commitmentterms/activate": {
    "label": "Activate",
    "table": "pint_commitmentterms",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_commitmentterms/activate-batch": {
    "label": "Activate batch",
    "table": "pint_commitmentterms",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_commitmentterms/confirm-end": {
    "label": "Confirm end",
    "table": "pint_commitmentterms",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_commitmentterms/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_commitmentterms",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_commitmentterms/edit-exceptions": {
    "label": "Exceptions from the law",
    "table": "pint_commitmentterms",
    "ask": {
      "title": "Exceptions from the law",
      "button": "Save",
      "text": "A rule that is here is not checked for this commitment. The second person sees it before the terms are activated.",
      "fields": [
        {
          "input": "pint_ruleexceptions",
          "type": "list",
          "label": "Rules that do not apply",
          "each": "rule",
          "separator": ":",
          "columns": [
            {
              "name": "rule",
              "type": "text",
              "label": "Rule of law",
              "table": "pint_jurisdictionrule",
              "same": {
                "wire": "pint_jurisdiction",
                "label": "Jurisdiction"
              },
              "pick": "pint_key",
              "show": [
                {
                  "wire": "pint_name",
                  "label": "Name"
                }
              ],
              "required": true,
              "key": "pint_jurisdictionruleid"
            },
            {
              "name": "reason",
              "type": "text",
              "label": "Reason",
              "required": true
            }
          ],
          "column": {
            "wire": "pint_ruleexceptions",
            "label": "Exceptions from the law"
          }
        }
      ]
    },
    "write": {
      "done": "The exceptions were saved."
    }
  },
  "pint_commitmentterms/edit-line-rates": {
    "label": "Rates by line",
    "table": "pint_commitmentterms",
    "ask": {
      "title": "Rates by line",
      "button": "Save",
      "text": "Lines that are not here have the rates of these terms.",
      "fields": [
        {
          "input": "pint_linerates",
          "type": "list",
          "label": "Lines with rates of their own",
          "each": "line",
          "separator": "|",
          "columns": [
            {
              "name": "work",
              "type": "rate",
              "label": "Rate on work",
              "help": "A fraction such as 0.10 for 10 percent. Leave it empty for the rate of the terms."
            },
            {
              "name": "stored",
              "type": "rate",
              "label": "Rate on stored materials"
            },
            {
              "name": "line",
              "type": "text",
              "label": "Line",
              "help": "Procore\u0027s ID of the line.",
              "table": "pint_recordlink",
              "same": {
                "wire": "_pint_commitmentid_value",
                "label": "Commitment"
              },
              "pick": "pint_procoreid",
              "show": [
                {
                  "wire": "pint_name",
                  "label": "Name"
                }
              ],
              "required": true,
              "key": "pint_recordlinkid"
            }
          ],
          "column": {
            "wire": "pint_linerates",
            "label": "Rates by line"
          }
        }
      ]
    },
    "write": {
      "done": "The rates were saved."
    }
  },
  "pint_commitmentterms/edit-scale": {
    "label": "Steps of the scale",
    "table": "pint_commitmentterms",
    "ask": {
      "title": "Steps of the sliding scale",
      "button": "Save",
      "text": "Each step applies until its limit is held. The steps are used in the order in which they are here.",
      "fields": [
        {
          "input": "pint_scalesteps",
          "type": "list",
          "label": "Steps",
          "each": "step",
          "separator": "|",
          "columns": [
            {
              "name": "rate",
              "type": "rate",
              "label": "Rate",
              "help": "A fraction such as 0.10 for 10 percent.",
              "required": true
            },
            {
              "name": "base",
              "type": "choice",
              "label": "Limit is",
              "required": true,
              "options": [
                {
                  "value": "originalSum",
                  "label": "A fraction of the original contract sum"
                },
                {
                  "value": "revisedSum",
                  "label": "A fraction of the revised contract sum"
                },
                {
                  "value": "amount",
                  "label": "An amount"
                }
              ]
            },
            {
              "name": "limit",
              "type": "text",
              "label": "Most that is held",
              "help": "0.05 is 5 percent of the contract sum; an amount is written as 25000.00.",
              "required": true
            }
          ],
          "column": {
            "wire": "pint_scalesteps",
            "label": "Steps of the scale"
          }
        }
      ]
    },
    "write": {
      "done": "The steps were saved."
    }
  },
  "pint_commitmentterms/next-version": {
    "label": "New version",
    "table": "pint_commitmentterms",
    "open": {
      "table": "pint_commitmentterms",
      "values": [
        {
          "name": "pint_commitmentid",
          "column": {
            "wire": "_pint_commitmentid_value",
            "label": "Commitment"
          },
          "lookup": true
        },
        {
          "name": "pint_replacesid",
          "row": true,
          "lookup": true
        },
        {
          "name": "pint_contractdate",
          "column": {
            "wire": "pint_contractdate",
            "label": "Contract date"
          }
        },
        {
          "name": "pint_matching",
          "column": {
            "wire": "pint_matching",
            "label": "Matching"
          }
        },
        {
          "name": "pint_overbillingtolerance",
          "column": {
            "wire": "pint_overbillingtolerance",
            "label": "Overbilling tolerance"
          }
        },
        {
          "name": "pint_storedmaterials",
          "column": {
            "wire": "pint_storedmaterials",
            "label": "Stored materials"
          }
        },
        {
          "name": "pint_stalestorageperiods",
          "column": {
            "wire": "pint_stalestorageperiods",
            "label": "Stale after"
          }
        },
        {
          "name": "pint_approvedasnoted",
          "column": {
            "wire": "pint_approvedasnoted",
            "label": "Approved as noted"
          }
        },
        {
          "name": "pint_negativelines",
          "column": {
            "wire": "pint_negativelines",
            "label": "Negative lines"
          }
        },
        {
          "name": "pint_creditdocument",
          "column": {
            "wire": "pint_creditdocument",
            "label": "Credit document"
          }
        },
        {
          "name": "pint_residualplace",
          "column": {
            "wire": "pint_residualplace",
            "label": "Rounding difference"
          }
        },
        {
          "name": "pint_retainagekind",
          "column": {
            "wire": "pint_retainagekind",
            "label": "Retainage kind"
          }
        },
        {
          "name": "pint_retainagekeeper",
          "column": {
            "wire": "pint_retainagekeeper",
            "label": "Retainage kept by"
          }
        },
        {
          "name": "pint_retainagesource",
          "column": {
            "wire": "pint_retainagesource",
            "label": "Retainage amounts"
          }
        },
        {
          "name": "pint_retainageagreement",
          "column": {
            "wire": "pint_retainageagreement",
            "label": "Agreement"
          }
        },
        {
          "name": "pint_workrate",
          "column": {
            "wire": "pint_workrate",
            "label": "Rate on work"
          }
        },
        {
          "name": "pint_storedrate",
          "column": {
            "wire": "pint_storedrate",
            "label": "Rate on stored materials"
          }
        },
        {
          "name": "pint_retainageamount",
          "column": {
            "wire": "pint_retainageamount",
            "label": "Lump sum"
          }
        },
        {
          "name": "pint_ratebefore",
          "column": {
            "wire": "pint_ratebefore",
            "label": "Rate before"
          }
        },
        {
          "name": "pint_rateafter",
          "column": {
            "wire": "pint_rateafter",
            "label": "Rate after"
          }
        },
        {
          "name": "pint_stepthreshold",
          "column": {
            "wire": "pint_stepthreshold",
            "label": "Threshold"
          }
        },
        {
          "name": "pint_billedmeasure",
          "column": {
            "wire": "pint_billedmeasure",
            "label": "Measure"
          }
        },
        {
          "name": "pint_contractsumbase",
          "column": {
            "wire": "pint_contractsumbase",
            "label": "Contract sum"
          }
        },
        {
          "name": "pint_stepreading",
          "column": {
            "wire": "pint_stepreading",
            "label": "Reading of the step"
          }
        },
        {
          "name": "pint_retainagecapbase",
          "column": {
            "wire": "pint_retainagecapbase",
            "label": "Cap measured on"
          }
        },
        {
          "name": "pint_retainagecapvalue",
          "column": {
            "wire": "pint_retainagecapvalue",
            "label": "Cap"
          }
        },
        {
          "name": "pint_paymentclause",
          "column": {
            "wire": "pint_paymentclause",
            "label": "Payment clause"
          }
        },
        {
          "name": "pint_passthroughdays",
          "column": {
            "wire": "pint_passthroughdays",
            "label": "Pass-through days"
          }
        },
        {
          "name": "pint_outsidedays",
          "column": {
            "wire": "pint_outsidedays",
            "label": "Outside days"
          }
        },
        {
          "name": "pint_ownerheldrate",
          "column": {
            "wire": "pint_ownerheldrate",
            "label": "Rate held by the owner"
          }
        },
        {
          "name": "pint_taxcomputedby",
          "column": {
            "wire": "pint_taxcomputedby",
            "label": "Tax computed by"
          }
        },
        {
          "name": "pint_taxrate",
          "column": {
            "wire": "pint_taxrate",
            "label": "Tax rate"
          }
        },
        {
          "name": "pint_taxonretainage",
          "column": {
            "wire": "pint_taxonretainage",
            "label": "Tax on retainage"
          }
        },
        {
          "name": "pint_reversecharge",
          "column": {
            "wire": "pint_reversecharge",
            "label": "Reverse charge"
          }
        },
        {
          "name": "pint_withholdingcomputedby",
          "column": {
            "wire": "pint_withholdingcomputedby",
            "label": "Withholding computed by"
          }
        },
        {
          "name": "pint_withholdingpolicy",
          "column": {
            "wire": "pint_withholdingpolicy",
            "label": "Withholding policy"
          }
        },
        {
          "name": "pint_withholdingrate",
          "column": {
            "wire": "pint_withholdingrate",
            "label": "Withholding rate"
          }
        },
        {
          "name": "pint_jurisdiction",
          "column": {
            "wire": "pint_jurisdiction",
            "label": "Jurisdiction"
          }
        },
        {
          "name": "pint_projectsector",
          "column": {
            "wire": "pint_projectsector",
            "label": "Sector"
          }
        },
        {
          "name": "pint_contractvalue",
          "column": {
            "wire": "pint_contractvalue",
            "label": "Contract value"
          }
        },
        {
          "name": "pint_primecontractvalue",
          "column": {
            "wire": "pint_primecontractvalue",
            "label": "Prime contract value"
          }
        },
        {
          "name": "pint_projectvalue",
          "column": {
            "wire": "pint_projectvalue",
            "label": "Project value"
          }
        },
        {
          "name": "pint_dwellings",
          "column": {
            "wire": "pint_dwellings",
            "label": "Dwellings"
          }
        },
        {
          "name": "pint_bonded",
          "column": {
            "wire": "pint_bonded",
            "label": "Bond"
          }
        }
      ]
    }
  },
  "pint_commitmentterms/request-end": {
    "label": "Request end",
    "table": "pint_commitmentterms",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_commitmentterms/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_commitmentterms",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_coverageresult/map-code": {
    "label": "Map this code",
    "table": "pint_coverageresult",
    "open": {
      "table": "pint_wbsmappingrule",
      "values": [
        {
          "name": "pint_projectid",
          "column": {
            "wire": "_pint_projectid_value",
            "label": "Project"
          },
          "lookup": true
        },
        {
          "name": "pint_tasksegmentcode",
          "column": {
            "wire": "pint_tasksegmentcode",
            "label": "Task segment code"
          }
        },
        {
          "name": "pint_costcode",
          "column": {
            "wire": "pint_costcode",
            "label": "Cost code"
          }
        },
        {
          "name": "pint_costtype",
          "column": {
            "wire": "pint_costtype",
            "label": "Cost type"
          }
        },
        {
          "name": "pint_subjob",
          "column": {
            "wire": "pint_subjob",
            "label": "Sub job"
          }
        },
        {
          "name": "pint_othersegments",
          "column": {
            "wire": "pint_othersegments",
            "label": "Other segments"
          }
        },
        {
          "name": "pint_oracletaskid",
          "column": {
            "wire": "_pint_suggestedtaskid_value",
            "label": "Suggested task"
          },
          "lookup": true
        },
        {
          "name": "pint_expendituretype",
          "column": {
            "wire": "pint_expendituretype",
            "label": "Expenditure type"
          }
        }
      ]
    }
  },
  "pint_document/ask-again": {
    "label": "Ask approval again",
    "table": "pint_document",
    "api": "pint_AskApprovalAgain",
    "types": {
      "DocumentId": "Edm.Guid",
      "Reason": "Edm.String"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Ask approval again",
      "button": "Ask again",
      "fields": [
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "help": "It is kept with the rejected request.",
          "required": true
        }
      ]
    }
  },
  "pint_document/confirm-hold-release": {
    "label": "Confirm release",
    "table": "pint_document",
    "api": "pint_ReleasePaymentHold",
    "types": {
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "confirm": {
      "title": "Confirm release of the payment hold",
      "button": "Confirm release",
      "text": "The next daily run releases the hold in Oracle, and the invoice can be paid."
    }
  },
  "pint_document/confirm-reversal": {
    "label": "Confirm reversal",
    "table": "pint_document",
    "api": "pint_PrepareReversal",
    "types": {
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "column": {
          "wire": "_pint_reverseddocumentid_value",
          "label": "Reversed document"
        }
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "confirm": {
      "title": "Confirm reversal",
      "button": "Confirm reversal",
      "text": "The invoice that it reverses is canceled in Oracle if it is unpaid, or credited line by line if it is paid."
    }
  },
  "pint_document/decide-catch-up": {
    "label": "Catch up a variance",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Catch up a variance",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "catchUp.amount",
          "type": "amount",
          "label": "Total to catch up",
          "help": "Gross, before retainage. The decision is valid for this figure only. A credit has a minus sign.",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "catchUp.ofApplication",
          "type": "number",
          "label": "Application that was not posted",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "catchUp.reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_document/decide-cut": {
    "label": "Cut on the header",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Cut on the header",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "cut.kind",
          "type": "choice",
          "label": "What the amount reduces",
          "required": true,
          "options": [
            {
              "value": "gross",
              "label": "Work completed this period, before retainage (gross)"
            },
            {
              "value": "net",
              "label": "Current payment due, after retainage (net)"
            }
          ]
        },
        {
          "input": "Decisions",
          "path": "cut.amount",
          "type": "amount",
          "label": "Amount of the cut",
          "help": "Above zero.",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "cut.reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_document/decide-deduction": {
    "label": "Deduct from the payment",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Deduct from the payment",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "deductions.new.kind",
          "type": "choice",
          "label": "Kind",
          "required": true,
          "options": [
            {
              "value": "backCharge",
              "label": "Back charge"
            },
            {
              "value": "directPayment",
              "label": "Direct payment to a lower tier"
            },
            {
              "value": "jointCheck",
              "label": "Joint check"
            }
          ]
        },
        {
          "input": "Decisions",
          "path": "deductions.new.name",
          "type": "text",
          "label": "Name",
          "help": "What is deducted, as it appears on the invoice line. Each deduction needs a name of its own.",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "deductions.new.amount",
          "type": "amount",
          "label": "Amount",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "deductions.new.account",
          "type": "text",
          "label": "Oracle account",
          "help": "Leave empty to use the account in the payables setup."
        }
      ]
    }
  },
  "pint_document/decide-delete": {
    "label": "Delete a line",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Delete a line of the schedule of values",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "sets": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.kind",
          "value": "delete"
        }
      ],
      "fields": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.line",
          "type": "text",
          "label": "Line that was removed",
          "table": "pint_sourceline",
          "by": "_pint_documentid_value",
          "pick": "pint_procorelineid",
          "show": [
            {
              "wire": "pint_linenumber",
              "label": "Line number"
            },
            {
              "wire": "pint_description",
              "label": "Description"
            }
          ],
          "help": "Procore\u0027s ID of the line.",
          "required": true,
          "key": "pint_sourcelineid"
        },
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.treatment",
          "type": "choice",
          "label": "What happens to the billed amount",
          "help": "Choose nothing if nothing was billed on the line.",
          "options": [
            {
              "value": "credit",
              "label": "Credit it, with its retainage"
            },
            {
              "value": "closeAtBilled",
              "label": "Close the line at the billed amount, as a change order says"
            }
          ]
        }
      ]
    }
  },
  "pint_document/decide-differs": {
    "label": "Differs from another bill",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Differs from another bill",
      "button": "Record decision",
      "text": "Choose the bills that the reason of the hold names and that you checked. Each is another bill than this one.",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "differsFrom",
          "item": "document",
          "type": "rows",
          "label": "Documents of the vendor",
          "table": "pint_document",
          "same": {
            "wire": "pint_procorevendorid",
            "label": "Procore vendor ID"
          },
          "show": [
            {
              "wire": "pint_name",
              "label": "Name"
            },
            {
              "wire": "pint_invoicenumber",
              "label": "Invoice number"
            },
            {
              "wire": "pint_payableamount",
              "label": "Payable amount"
            },
            {
              "wire": "pint_periodend",
              "label": "Period end"
            }
          ],
          "key": "pint_documentid"
        },
        {
          "input": "Decisions",
          "path": "differsFromOracle",
          "item": "invoice",
          "type": "listed",
          "label": "Invoices of the supplier in Oracle with the same amount",
          "column": {
            "wire": "pint_oraclealike",
            "label": "Same amount in Oracle"
          }
        }
      ]
    }
  },
  "pint_document/decide-materials": {
    "label": "Materials of the vendor",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Materials of the vendor",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "materials",
          "type": "amount",
          "label": "Direct cost of materials",
          "help": "What the vendor paid for materials in this application. No tax is withheld from it.",
          "required": true
        }
      ]
    }
  },
  "pint_document/decide-merge": {
    "label": "Merge lines",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Merge lines of the schedule of values",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "sets": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.kind",
          "value": "merge"
        }
      ],
      "fields": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.lines",
          "type": "list",
          "label": "Lines that were merged",
          "each": "line",
          "flat": true,
          "required": true,
          "columns": [
            {
              "name": "line",
              "type": "text",
              "label": "Line",
              "table": "pint_sourceline",
              "by": "_pint_documentid_value",
              "pick": "pint_procorelineid",
              "show": [
                {
                  "wire": "pint_linenumber",
                  "label": "Line number"
                },
                {
                  "wire": "pint_description",
                  "label": "Description"
                }
              ],
              "required": true,
              "key": "pint_sourcelineid"
            }
          ]
        },
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.into",
          "type": "text",
          "label": "Line that they became",
          "table": "pint_sourceline",
          "by": "_pint_documentid_value",
          "pick": "pint_procorelineid",
          "show": [
            {
              "wire": "pint_linenumber",
              "label": "Line number"
            },
            {
              "wire": "pint_description",
              "label": "Description"
            }
          ],
          "help": "Procore\u0027s ID of the line. It may be one of them.",
          "required": true,
          "key": "pint_sourcelineid"
        },
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.coding",
          "type": "text",
          "label": "Coding",
          "help": "Leave empty to keep that of the first line."
        }
      ]
    }
  },
  "pint_document/decide-nothing": {
    "label": "Nothing applies",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Nothing applies",
      "button": "Record decision",
      "text": "No cut, deduction or release of the earlier revision applies to this correction. What was decided before about it is replaced.",
      "sets": [
        {
          "input": "Decisions",
          "path": "nothingApplies",
          "value": "true"
        }
      ],
      "fields": []
    }
  },
  "pint_document/decide-oracle": {
    "label": "What Oracle has posted",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "What Oracle has posted",
      "button": "Record decision",
      "text": "Enter each line on which Oracle has posted for this commitment. The decision is valid for what Oracle shows now.",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "oracle.lines",
          "type": "list",
          "label": "Posted in Oracle",
          "each": "line",
          "required": true,
          "columns": [
            {
              "name": "line",
              "type": "text",
              "label": "Line",
              "table": "pint_sourceline",
              "by": "_pint_documentid_value",
              "pick": "pint_procorelineid",
              "show": [
                {
                  "wire": "pint_linenumber",
                  "label": "Line number"
                },
                {
                  "wire": "pint_description",
                  "label": "Description"
                }
              ],
              "required": true,
              "key": "pint_sourcelineid"
            },
            {
              "name": "gross",
              "type": "amount",
              "label": "Gross",
              "required": true
            },
            {
              "name": "retainage",
              "type": "amount",
              "label": "Retainage",
              "help": "Leave empty if Oracle holds none on the line."
            }
          ]
        }
      ]
    }
  },
  "pint_document/decide-post-again": {
    "label": "Post again",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Post again",
      "button": "Record decision",
      "text": "A new invoice is created in Oracle in place of the one that was canceled there.",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "postAgain.reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_document/decide-recode": {
    "label": "Recode a line",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Recode a line of the schedule of values",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "sets": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.kind",
          "value": "recode"
        }
      ],
      "fields": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.line",
          "type": "text",
          "label": "Line",
          "table": "pint_sourceline",
          "by": "_pint_documentid_value",
          "pick": "pint_procorelineid",
          "show": [
            {
              "wire": "pint_linenumber",
              "label": "Line number"
            },
            {
              "wire": "pint_description",
              "label": "Description"
            }
          ],
          "help": "Procore\u0027s ID of the line.",
          "required": true,
          "key": "pint_sourcelineid"
        },
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.coding",
          "type": "text",
          "label": "New coding",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.reclassify",
          "type": "choice",
          "label": "What was posted before",
          "required": true,
          "options": [
            {
              "value": "false",
              "label": "It stays where it was posted"
            },
            {
              "value": "true",
              "label": "A journal moves it to the new coding"
            }
          ]
        }
      ]
    }
  },
  "pint_document/decide-release": {
    "label": "Release retainage",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Release retainage with this document",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "release.kind",
          "type": "choice",
          "label": "How much",
          "required": true,
          "options": [
            {
              "value": "total",
              "label": "An amount"
            },
            {
              "value": "downTo",
              "label": "Down to an amount that stays held"
            },
            {
              "value": "byLine",
              "label": "An amount on each line"
            },
            {
              "value": "everything",
              "label": "All retainage that is held"
            }
          ]
        },
        {
          "input": "Decisions",
          "path": "release.amount",
          "type": "amount",
          "label": "Amount to release",
          "if": "Decisions.release.kind=total",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "release.held",
          "type": "amount",
          "label": "Amount that stays held",
          "if": "Decisions.release.kind=downTo",
          "required": true
        },
        {
          "input": "Decisions",
          "path": "release.lines",
          "type": "list",
          "label": "Released on each line",
          "each": "line",
          "if": "Decisions.release.kind=byLine",
          "required": true,
          "columns": [
            {
              "name": "line",
              "type": "text",
              "label": "Line",
              "table": "pint_sourceline",
              "by": "_pint_documentid_value",
              "pick": "pint_procorelineid",
              "show": [
                {
                  "wire": "pint_linenumber",
                  "label": "Line number"
                },
                {
                  "wire": "pint_description",
                  "label": "Description"
                }
              ],
              "required": true,
              "key": "pint_sourcelineid"
            },
            {
              "name": "amount",
              "type": "amount",
              "label": "Amount",
              "required": true
            }
          ]
        },
        {
          "input": "Decisions",
          "path": "release.punchListHold",
          "type": "amount",
          "label": "Held for punch-list items",
          "help": "This part of the release is not paid yet. Leave empty for none."
        }
      ]
    }
  },
  "pint_document/decide-split": {
    "label": "Split a line",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Split a line of the schedule of values",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "sets": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.kind",
          "value": "split"
        }
      ],
      "fields": [
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.line",
          "type": "text",
          "label": "Line that was split",
          "table": "pint_sourceline",
          "by": "_pint_documentid_value",
          "pick": "pint_procorelineid",
          "show": [
            {
              "wire": "pint_linenumber",
              "label": "Line number"
            },
            {
              "wire": "pint_description",
              "label": "Description"
            }
          ],
          "help": "Procore\u0027s ID of the line.",
          "required": true,
          "key": "pint_sourcelineid"
        },
        {
          "input": "Decisions",
          "path": "scheduleChanges.new.parts",
          "type": "list",
          "label": "Lines that it became",
          "each": "line",
          "required": true,
          "columns": [
            {
              "name": "line",
              "type": "text",
              "label": "Line",
              "table": "pint_sourceline",
              "by": "_pint_documentid_value",
              "pick": "pint_procorelineid",
              "show": [
                {
                  "wire": "pint_linenumber",
                  "label": "Line number"
                },
                {
                  "wire": "pint_description",
                  "label": "Description"
                }
              ],
              "required": true,
              "key": "pint_sourcelineid"
            },
            {
              "name": "scheduledValue",
              "type": "amount",
              "label": "Scheduled value",
              "required": true
            },
            {
              "name": "completedToDate",
              "type": "amount",
              "label": "Completed to date",
              "help": "Leave empty to divide it by the scheduled values."
            },
            {
              "name": "coding",
              "type": "text",
              "label": "Coding",
              "help": "Leave empty to keep that of the line."
            }
          ]
        }
      ]
    }
  },
  "pint_document/decide-tax": {
    "label": "Tax on a release",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Tax on a release",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "tax",
          "type": "amount",
          "label": "Tax",
          "required": true
        }
      ]
    }
  },
  "pint_document/decide-void": {
    "label": "Void application numbers",
    "table": "pint_document",
    "api": "pint_RecordDecision",
    "types": {
      "Decisions": "Edm.String",
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        "decision-recorded"
      ]
    },
    "ask": {
      "title": "Void application numbers",
      "button": "Record decision",
      "keep": {
        "input": "Decisions",
        "column": {
          "wire": "pint_decisions",
          "label": "Decisions"
        },
        "path": "decisions",
        "label": "Decided before",
        "help": "It stays in force beside this decision. Clear the box to have this decision replace it.",
        "parts": [
          {
            "name": "cut",
            "label": "Cut on the header"
          },
          {
            "name": "deductions",
            "label": "Deductions"
          },
          {
            "name": "release",
            "label": "Release of retainage"
          },
          {
            "name": "voidApplications",
            "label": "Void application numbers"
          },
          {
            "name": "differsFrom",
            "label": "Differs from other documents"
          },
          {
            "name": "differsFromOracle",
            "label": "Differs from other invoices in Oracle"
          },
          {
            "name": "scheduleChanges",
            "label": "Changes of the schedule of values"
          },
          {
            "name": "materials",
            "label": "Materials presently stored"
          },
          {
            "name": "tax",
            "label": "Tax"
          },
          {
            "name": "nothingApplies",
            "label": "Nothing applies"
          }
        ],
        "again": [
          {
            "name": "catchUp",
            "label": "Catch-up of a variance"
          },
          {
            "name": "oracle",
            "label": "What Oracle has posted"
          },
          {
            "name": "postAgain",
            "label": "Post again"
          }
        ]
      },
      "fields": [
        {
          "input": "Decisions",
          "path": "voidApplications",
          "item": "number",
          "type": "numbers",
          "label": "Application numbers that will never come",
          "help": "Whole numbers with commas between them, such as 3, 4.",
          "required": true
        }
      ]
    }
  },
  "pint_document/preview": {
    "label": "Preview",
    "table": "pint_document",
    "api": "pint_PreviewSubcontractorInvoice",
    "types": {
      "DocumentId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "shows": [
      {
        "output": "Certificate",
        "label": "Certificate and continuation sheet"
      },
      {
        "output": "Proof",
        "label": "Checks, sources of the figures and journals"
      }
    ]
  },
  "pint_document/request-hold-release": {
    "label": "Request release",
    "table": "pint_document",
    "api": "pint_ReleasePaymentHold",
    "types": {
      "DocumentId": "Edm.Guid",
      "Reason": "Edm.String"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "ask": {
      "title": "Request release of the payment hold",
      "button": "Request release",
      "text": "A second person must confirm it. The next daily run then releases the hold in Oracle.",
      "fields": [
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_document/request-reversal": {
    "label": "Request reversal",
    "table": "pint_document",
    "api": "pint_PrepareReversal",
    "types": {
      "DocumentId": "Edm.Guid",
      "Reason": "Edm.String"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "ask": {
      "title": "Request reversal",
      "button": "Request reversal",
      "text": "A second person must confirm it. An unpaid invoice is then canceled in Oracle; a paid one is credited line by line.",
      "fields": [
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "help": "It is kept with the reversal and shown to the person who confirms.",
          "required": true
        }
      ]
    }
  },
  "pint_document/retry": {
    "label": "Retry",
    "table": "pint_document",
    "change": {
      "table": "pint_inboundevent",
      "key": "pint_inboundeventid",
      "by": "_pint_documentid_value",
      "latest": "pint_changedon",
      "column": "pint_eventstate",
      "value": 723100000,
      "done": "The invoice is read from Procore and prepared again within a few minutes. Refresh this page then.",
      "none": "No change in Procore is recorded for this document, so there is nothing to read again. Wait for the next poll of Procore."
    }
  },
  "pint_document/review-hold": {
    "label": "Review payment",
    "table": "pint_document",
    "api": "pint_ReviewPaymentHold",
    "types": {
      "DocumentId": "Edm.Guid",
      "Request": "Edm.String"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Reviewed"
      ]
    },
    "ask": {
      "title": "Review payment",
      "button": "Review",
      "text": "Amount, payment clause and place come from the document and its terms. Nothing is stored and nothing changes in Oracle.",
      "fields": [
        {
          "input": "Request",
          "path": "asOf",
          "type": "date",
          "label": "Day of the review",
          "required": true
        },
        {
          "input": "Request",
          "path": "dueDate",
          "type": "date",
          "label": "Due date without the payment clause",
          "help": "The due date that Oracle shows for the invoice.",
          "required": true
        },
        {
          "input": "Request",
          "path": "receipts",
          "type": "list",
          "label": "Payments of the owner",
          "each": "payment",
          "columns": [
            {
              "name": "receivedOn",
              "type": "date",
              "label": "Received on",
              "required": true
            },
            {
              "name": "amount",
              "type": "amount",
              "label": "Amount for this invoice",
              "required": true
            }
          ]
        },
        {
          "input": "Request",
          "path": "released",
          "type": "amount",
          "label": "Released before",
          "help": "What was already released for payment. Leave empty for nothing."
        },
        {
          "input": "Request",
          "path": "canSplit",
          "type": "choice",
          "label": "Oracle can pay part of the invoice",
          "help": "Choose nothing for no.",
          "options": [
            {
              "value": "true",
              "label": "Yes, in installments"
            },
            {
              "value": "false",
              "label": "No"
            }
          ]
        },
        {
          "input": "Request",
          "path": "ownerInsolvent",
          "type": "choice",
          "label": "The owner is insolvent",
          "help": "Choose nothing for no.",
          "options": [
            {
              "value": "true",
              "label": "Yes"
            },
            {
              "value": "false",
              "label": "No"
            }
          ]
        }
      ]
    }
  },
  "pint_document/withdraw-hold-release": {
    "label": "Withdraw request",
    "table": "pint_document",
    "api": "pint_ReleasePaymentHold",
    "types": {
      "DocumentId": "Edm.Guid",
      "Withdraw": "Edm.Boolean"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "from": "row"
      },
      {
        "name": "Withdraw",
        "value": "true"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "confirm": {
      "title": "Withdraw the request",
      "button": "Withdraw request",
      "text": "The payment hold stays in Oracle until its day."
    }
  },
  "pint_document/withdraw-reversal": {
    "label": "Withdraw reversal",
    "table": "pint_document",
    "api": "pint_PrepareReversal",
    "types": {
      "DocumentId": "Edm.Guid",
      "Withdraw": "Edm.Boolean"
    },
    "inputs": [
      {
        "name": "DocumentId",
        "column": {
          "wire": "_pint_reverseddocumentid_value",
          "label": "Reversed document"
        }
      },
      {
        "name": "Withdraw",
        "value": "true"
      }
    ],
    "done": {
      "output": "ReasonCode",
      "values": [
        ""
      ]
    },
    "confirm": {
      "title": "Withdraw reversal",
      "button": "Withdraw reversal",
      "text": "The invoice that it reverses stays posted."
    }
  },
  "pint_environment/activate": {
    "label": "Activate",
    "table": "pint_environment",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_environment/activate-batch": {
    "label": "Activate batch",
    "table": "pint_environment",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_environment/confirm-end": {
    "label": "Confirm end",
    "table": "pint_environment",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_environment/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_environment",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_environment/request-end": {
    "label": "Request end",
    "table": "pint_environment",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_environment/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_environment",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_finding/acknowledge": {
    "label": "Acknowledge",
    "table": "pint_finding",
    "api": "pint_AcknowledgeFinding",
    "types": {
      "FindingId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "FindingId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Acknowledged",
        "Closed"
      ]
    },
    "confirm": {
      "title": "Acknowledge",
      "text": "Your name is recorded as the person who has seen it.",
      "button": "Acknowledge"
    }
  },
  "pint_jurisdictionrule/activate": {
    "label": "Activate",
    "table": "pint_jurisdictionrule",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_jurisdictionrule/activate-batch": {
    "label": "Activate batch",
    "table": "pint_jurisdictionrule",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_jurisdictionrule/confirm-end": {
    "label": "Confirm end",
    "table": "pint_jurisdictionrule",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_jurisdictionrule/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_jurisdictionrule",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_jurisdictionrule/request-end": {
    "label": "Request end",
    "table": "pint_jurisdictionrule",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_jurisdictionrule/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_jurisdictionrule",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_ownershiprule/activate": {
    "label": "Activate",
    "table": "pint_ownershiprule",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_ownershiprule/activate-batch": {
    "label": "Activate batch",
    "table": "pint_ownershiprule",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_ownershiprule/confirm-end": {
    "label": "Confirm end",
    "table": "pint_ownershiprule",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_ownershiprule/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_ownershiprule",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_ownershiprule/request-end": {
    "label": "Request end",
    "table": "pint_ownershiprule",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_ownershiprule/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_ownershiprule",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_payablessetup/activate": {
    "label": "Activate",
    "table": "pint_payablessetup",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_payablessetup/activate-batch": {
    "label": "Activate batch",
    "table": "pint_payablessetup",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_payablessetup/confirm-end": {
    "label": "Confirm end",
    "table": "pint_payablessetup",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_payablessetup/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_payablessetup",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_payablessetup/request-end": {
    "label": "Request end",
    "table": "pint_payablessetup",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_payablessetup/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_payablessetup",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_procorewbscode/ask-why": {
    "label": "Ask why",
    "table": "pint_procorewbscode",
    "api": "pint_ResolveWbs",
    "types": {
      "AsOf": "Edm.String",
      "CostCode": "Edm.String",
      "CostType": "Edm.String",
      "OtherSegments": "Edm.String",
      "ProjectId": "Edm.Guid",
      "SubJob": "Edm.String",
      "TaskSegmentCode": "Edm.String"
    },
    "inputs": [
      {
        "name": "ProjectId",
        "column": {
          "wire": "_pint_projectid_value",
          "label": "Project"
        }
      },
      {
        "name": "CostCode",
        "column": {
          "wire": "pint_costcode",
          "label": "Cost code"
        },
        "optional": true
      },
      {
        "name": "CostType",
        "column": {
          "wire": "pint_costtype",
          "label": "Cost type"
        },
        "optional": true
      },
      {
        "name": "TaskSegmentCode",
        "column": {
          "wire": "pint_tasksegmentcode",
          "label": "Task segment code"
        },
        "optional": true
      },
      {
        "name": "SubJob",
        "column": {
          "wire": "pint_subjob",
          "label": "Sub job"
        },
        "optional": true
      },
      {
        "name": "OtherSegments",
        "column": {
          "wire": "pint_othersegments",
          "label": "Other segments"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Resolved"
      ]
    },
    "ask": {
      "title": "Ask why",
      "button": "Ask",
      "fields": [
        {
          "input": "AsOf",
          "type": "date",
          "label": "Date",
          "help": "The end of the billing period.",
          "required": true
        }
      ]
    },
    "shows": [
      {
        "output": "Trail",
        "label": "Mapping rules that fit the code"
      }
    ]
  },
  "pint_procorewbscode/map-code": {
    "label": "Map this code",
    "table": "pint_procorewbscode",
    "open": {
      "table": "pint_wbsmappingrule",
      "values": [
        {
          "name": "pint_projectid",
          "column": {
            "wire": "_pint_projectid_value",
            "label": "Project"
          },
          "lookup": true
        },
        {
          "name": "pint_tasksegmentcode",
          "column": {
            "wire": "pint_tasksegmentcode",
            "label": "Task segment code"
          }
        },
        {
          "name": "pint_costcode",
          "column": {
            "wire": "pint_costcode",
            "label": "Cost code"
          }
        },
        {
          "name": "pint_costtype",
          "column": {
            "wire": "pint_costtype",
            "label": "Cost type"
          }
        },
        {
          "name": "pint_subjob",
          "column": {
            "wire": "pint_subjob",
            "label": "Sub job"
          }
        },
        {
          "name": "pint_othersegments",
          "column": {
            "wire": "pint_othersegments",
            "label": "Other segments"
          }
        }
      ]
    }
  },
  "pint_project/activate": {
    "label": "Activate",
    "table": "pint_project",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_project/activate-batch": {
    "label": "Activate batch",
    "table": "pint_project",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_project/check-coverage": {
    "label": "Check coverage",
    "table": "pint_project",
    "api": "pint_CheckCoverage",
    "types": {
      "FromDate": "Edm.String",
      "ProjectId": "Edm.Guid",
      "ToDate": "Edm.String"
    },
    "inputs": [
      {
        "name": "ProjectId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Waiting",
        "Running"
      ]
    },
    "ask": {
      "title": "Check coverage",
      "button": "Start",
      "fields": [
        {
          "input": "FromDate",
          "type": "date",
          "label": "First date",
          "help": "The end of the first billing period. Leave empty for today."
        },
        {
          "input": "ToDate",
          "type": "date",
          "label": "Last date",
          "help": "The end of the last billing period. Leave empty for a year after the first date."
        }
      ]
    }
  },
  "pint_project/confirm-end": {
    "label": "Confirm end",
    "table": "pint_project",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_project/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_project",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_project/push-task-segment": {
    "label": "Send tasks to Procore",
    "table": "pint_project",
    "api": "pint_PushTaskSegment",
    "types": {
      "ProjectId": "Edm.Guid"
    },
    "inputs": [
      {
        "name": "ProjectId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Waiting",
        "Running"
      ]
    }
  },
  "pint_project/request-end": {
    "label": "Request end",
    "table": "pint_project",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_project/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_project",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_recordlink/activate": {
    "label": "Activate",
    "table": "pint_recordlink",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_recordlink/activate-batch": {
    "label": "Activate batch",
    "table": "pint_recordlink",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_recordlink/confirm-end": {
    "label": "Confirm end",
    "table": "pint_recordlink",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_recordlink/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_recordlink",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_recordlink/request-end": {
    "label": "Request end",
    "table": "pint_recordlink",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_recordlink/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_recordlink",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_release/accept-release": {
    "label": "Accept release",
    "table": "pint_release",
    "api": "pint_AcceptRelease",
    "types": {
      "AssemblyHash": "Edm.String"
    },
    "inputs": [],
    "done": {
      "output": "State",
      "values": [
        "Accepted"
      ]
    },
    "review": {
      "input": "AssemblyHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Accept this release?",
      "button": "Accept"
    }
  },
  "pint_sourceline/ask-why": {
    "label": "Ask why",
    "table": "pint_sourceline",
    "api": "pint_ResolveWbs",
    "types": {
      "AsOf": "Edm.String",
      "CostCode": "Edm.String",
      "CostType": "Edm.String",
      "OtherSegments": "Edm.String",
      "ProjectId": "Edm.Guid",
      "SubJob": "Edm.String",
      "TaskSegmentCode": "Edm.String"
    },
    "inputs": [
      {
        "name": "ProjectId",
        "column": {
          "wire": "_pint_projectid_value",
          "label": "Project",
          "through": "pint_DocumentId"
        }
      },
      {
        "name": "CostCode",
        "column": {
          "wire": "pint_costcode",
          "label": "Cost code"
        },
        "optional": true
      },
      {
        "name": "CostType",
        "column": {
          "wire": "pint_costtype",
          "label": "Cost type"
        },
        "optional": true
      },
      {
        "name": "TaskSegmentCode",
        "column": {
          "wire": "pint_tasksegmentcode",
          "label": "Task segment code"
        },
        "optional": true
      },
      {
        "name": "SubJob",
        "column": {
          "wire": "pint_subjob",
          "label": "Sub job"
        },
        "optional": true
      },
      {
        "name": "OtherSegments",
        "column": {
          "wire": "pint_othersegments",
          "label": "Other segments"
        },
        "optional": true
      },
      {
        "name": "AsOf",
        "column": {
          "wire": "pint_periodend",
          "label": "Period end",
          "through": "pint_DocumentId"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Resolved"
      ]
    },
    "shows": [
      {
        "output": "Trail",
        "label": "Mapping rules that fit the code"
      }
    ]
  },
  "pint_sourceline/map-code": {
    "label": "Map this code",
    "table": "pint_sourceline",
    "open": {
      "table": "pint_wbsmappingrule",
      "values": [
        {
          "name": "pint_projectid",
          "column": {
            "wire": "_pint_projectid_value",
            "label": "Project",
            "through": "pint_DocumentId"
          },
          "lookup": true
        },
        {
          "name": "pint_tasksegmentcode",
          "column": {
            "wire": "pint_tasksegmentcode",
            "label": "Task segment code"
          }
        },
        {
          "name": "pint_costcode",
          "column": {
            "wire": "pint_costcode",
            "label": "Cost code"
          }
        },
        {
          "name": "pint_costtype",
          "column": {
            "wire": "pint_costtype",
            "label": "Cost type"
          }
        },
        {
          "name": "pint_subjob",
          "column": {
            "wire": "pint_subjob",
            "label": "Sub job"
          }
        },
        {
          "name": "pint_othersegments",
          "column": {
            "wire": "pint_othersegments",
            "label": "Other segments"
          }
        }
      ]
    }
  },
  "pint_vendorlink/activate": {
    "label": "Activate",
    "table": "pint_vendorlink",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_vendorlink/activate-batch": {
    "label": "Activate batch",
    "table": "pint_vendorlink",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_vendorlink/confirm-end": {
    "label": "Confirm end",
    "table": "pint_vendorlink",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_vendorlink/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_vendorlink",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_vendorlink/request-end": {
    "label": "Request end",
    "table": "pint_vendorlink",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_vendorlink/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_vendorlink",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_wbsmappingrule/activate": {
    "label": "Activate",
    "table": "pint_wbsmappingrule",
    "api": "pint_Activate",
    "types": {
      "ContentHash": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate this draft?",
      "button": "Activate"
    }
  },
  "pint_wbsmappingrule/activate-batch": {
    "label": "Activate batch",
    "table": "pint_wbsmappingrule",
    "api": "pint_ActivateBatch",
    "types": {
      "Batch": "Edm.String",
      "ContentHash": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Activated"
      ]
    },
    "review": {
      "input": "ContentHash",
      "shown": {
        "output": "State",
        "values": [
          "Shown"
        ]
      },
      "title": "Activate all drafts of this batch?",
      "button": "Activate batch"
    }
  },
  "pint_wbsmappingrule/confirm-end": {
    "label": "Confirm end",
    "table": "pint_wbsmappingrule",
    "api": "pint_Supersede",
    "types": {
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end",
      "button": "Confirm end",
      "text": "The version ends on the day that was requested."
    }
  },
  "pint_wbsmappingrule/confirm-end-batch": {
    "label": "Confirm end of batch",
    "table": "pint_wbsmappingrule",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      },
      {
        "name": "ValidTo",
        "column": {
          "wire": "pint_endrequestedto",
          "label": "Requested last day"
        },
        "optional": true
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Ended"
      ]
    },
    "confirm": {
      "title": "Confirm the end of the batch",
      "button": "Confirm end",
      "text": "Everything of the batch ends on the day that was requested."
    }
  },
  "pint_wbsmappingrule/request-end": {
    "label": "Request end",
    "table": "pint_wbsmappingrule",
    "api": "pint_Supersede",
    "types": {
      "Reason": "Edm.String",
      "RowId": "Edm.Guid",
      "Table": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Table",
        "from": "table"
      },
      {
        "name": "RowId",
        "from": "row"
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this version",
      "button": "Request end",
      "text": "A second person must confirm it.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the version. No version ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  },
  "pint_wbsmappingrule/request-end-batch": {
    "label": "Request end of batch",
    "table": "pint_wbsmappingrule",
    "api": "pint_SupersedeBatch",
    "types": {
      "Batch": "Edm.String",
      "Reason": "Edm.String",
      "ValidTo": "Edm.String"
    },
    "inputs": [
      {
        "name": "Batch",
        "column": {
          "wire": "pint_batch",
          "label": "Batch"
        }
      }
    ],
    "done": {
      "output": "State",
      "values": [
        "Requested"
      ]
    },
    "ask": {
      "title": "Request the end of this batch",
      "button": "Request end",
      "text": "A second person must confirm it. All of the batch ends, or nothing.",
      "fields": [
        {
          "input": "ValidTo",
          "type": "date",
          "label": "Last day",
          "help": "Leave empty to supersede all of the batch. Nothing ends inside a period that is posted."
        },
        {
          "input": "Reason",
          "type": "lines",
          "label": "Reason",
          "required": true
        }
      ]
    }
  }
};

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
