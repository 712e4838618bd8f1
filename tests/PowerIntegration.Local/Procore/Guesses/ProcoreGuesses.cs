namespace PowerIntegration.Local.Procore.Guesses;

/// <summary>
/// What the simulator had to decide although no page of Procore says it. Nothing we ship may rely on these; each is to be compared with a real
/// company's answers.
/// </summary>
internal static class ProcoreGuesses
{
    /// <summary>Size of a page where the list's own default is not documented.</summary>
    public const int PageSize = 100;

    /// <summary>A larger page is cut to the recommended maximum, not refused.</summary>
    public const int PageSizeMax = 2000;

    /// <summary>Status of a call without the company header; only its text is documented.</summary>
    public const int MissingCompanyStatus = 400;

    /// <summary>Body of 404: no page shows one for these resources.</summary>
    public const string NotFound = "Not found";

    /// <summary>How long a link to a file works; that it ends is documented.</summary>
    public static readonly TimeSpan FileLinkLifetime = TimeSpan.FromHours(1);

    /// <summary>How long the storage takes the link to which Procore redirects.</summary>
    public static readonly TimeSpan StorageLinkLifetime = TimeSpan.FromMinutes(5);

    /// <summary>How the change history names a changed status.</summary>
    public const string StatusColumn = "status";

    /// <summary>How the change history names an invoice.</summary>
    public const string RequisitionType = "Requisition";

    /// <summary>How the change history names a line of an invoice.</summary>
    public const string ItemType = "RequisitionItem";

    /// <summary>How workflows name the tool of invoices; Procore lists the names, no page shows them.</summary>
    public const string RequisitionTool = "requisition";

    /// <summary>Type of an answer that rejects. That one that approves has the type "approve" is documented by an example.</summary>
    public const string RejectType = "reject";

    /// <summary>Status of a write that breaks a rule of the work breakdown structure; the published description has it for some writes.</summary>
    public const int InvalidStatus = 422;

    /// <summary>Between the codes of a tiered item's path; that cost codes look so is shown by examples.</summary>
    public const string TierDelimiter = "-";

    /// <summary>Codes that one bulk_create takes.</summary>
    public const int BulkCodesMax = 2000;

    /// <summary>Name of the tool in which an account needs Standard or Admin to change the structure.</summary>
    public const string StructureTool = "work_breakdown_structure";

    /// <summary>Text of 403 where the account has no level in the tool, or the project does not have the tool.</summary>
    public const string MayNotRead = "You do not have permission to access this tool";

    /// <summary>Text of 403 where the account may read and not write.</summary>
    public const string MayNotWrite = "You do not have permission to perform this action";

    /// <summary>A code or a name that another one has already.</summary>
    public const string CodeTaken = "has already been taken";

    /// <summary>A parent in a segment that has one tier.</summary>
    public const string FlatSegment = "is not possible in a flat segment";

    /// <summary>A parent that is not an item of the segment.</summary>
    public const string NoSuchParent = "is not an item of this segment";

    /// <summary>Deleting what a code has.</summary>
    public const string ItemInUse = "This item is in use and cannot be deleted";

    /// <summary>Deleting what has items below it.</summary>
    public const string ItemHasChildren = "This item has items below it and cannot be deleted";

    /// <summary>Changing in a project what only the company changes.</summary>
    public const string CompanySegment = "The items of this segment are changed at the company level",
        CompanyItem = "This item comes from the company";

    /// <summary>Custom segments beside ERP Integrations; that they are not supported together is documented.</summary>
    public const string CustomSegmentsNotSupported = "Custom segments are not supported in a company with ERP Integrations";

    // In words, because they are behavior and not a value:
    // - codes of items are compared letter by letter, case included, and an inactive item keeps its code;
    // - an item that gets another name, code, status or id does not move updated_at of the WBS codes that have it, nor of the items below it;
    // - a line of a contract or an invoice keeps the flat code that it had when it was made;
    // - with the setting ItemIdsChange, a changed item's children and codes follow it to its new id;
    // - a status given to one item does not reach the items below it; given by update_all it does, which is documented;
    // - a new code takes active items of the lowest tier only, where its segment has no selectable tiers, and is described by the names of its items;
    // - a code that is made again with the same items moves its updated_at and keeps its status;
    // - a segment that is added to a project's pattern brings the company's items, each with an id of its own; later ones of the company do not come;
    // - a segment that is taken out of a project's pattern stays in the list of the project's segments, and its items stay on the codes;
    // - a segment of the pattern's that is required stays in it;
    // - the codes of one bulk_create are stored together; what is refused is answered beside them; how many it takes is not documented, and more than
    // 2,000 are refused;
    // - the code of an item may have the delimiter of codes in it, so that two codes can have the same flat code;
    // - a list of projects leaves out project templates, unless it asks for them;
    // - who changes the structure needs Standard or Admin on the tool in the project, or in the company where the project has no such tool;
    // - rate limits belong to the app, in windows that start at full hours and full ten seconds;
    // - lists come in order of id; a list of invoices holds their lines with view=items or extended only, the single invoice always;
    // - a date without a time as the end of a range covers that day; both ends of a range are included;
    // - the id of a row of /detail is the id of the invoice's item;
    // - retainage that falls because its base fell (stored material installed, work corrected) is a negative "retained this period", not a release;
    // - lowering the retainage percentage of an invoice lowers what was held before by the same ratio, line by line and bucket by bucket, as released
    // this period;
    // - retainage that a person enters over the percentage sets ssr_manual_override;
    // - invoice_type follows from the amounts: releases only, releases with progress, or progress;
    // - a line that an approved change order adds is a change_order_item with a line_item_id of its own; one that it raises or lowers stays one line
    // with another   scheduled value; invoices made before keep theirs;
    // - net_amount, gross_amount and the summary's new_materials and stored_materials are null where materials are not billed by
    // "move_new_materials";
    // - a file that is attached to an invoice, or removed from it, moves the invoice's updated_at;
    // - a link to a file has the path /files/{id}; that it wants the token and redirects to a storage elsewhere is documented;
    // - an access level is named as Procore's pages name it: None, Read Only, Standard, Admin;
    // - the names of tools in the list of permissions;
    // - a workflow of an invoice starts when a person starts it, from the project's default configuration;
    // - its first answer of any assignee ends a step; an answer of the type "reject" ends the workflow and sets revise_and_resubmit, the answer to
    // the last step sets approved; the change history names who gave that answer, and its lines get the status as when a person decides;
    // - while a workflow is active, nobody gives the invoice another status;
    // - who is no assignee of the current step is refused with 403; another occurrence or another option than the step has with 422;
    // - response_occurrences has a row for each assignee of the step, without an answer until one is given;
    // - configured workflows (presets), the members of a response option and of a response, and the events of the history are described by Procore's
    // developer pages and not by the file beside this repository;
    // - a line's claimed amount is its movement where the subcontractor's claim was not changed.
}
