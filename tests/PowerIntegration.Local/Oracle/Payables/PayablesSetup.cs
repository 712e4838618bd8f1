using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>What Payables knows without any transaction: business units, sources, terms, accounts, periods, hold names.</summary>
internal sealed class PayablesSetup(string folder)
{
    private readonly IReadOnlyList<JsonObject> businessUnits = SeedFile.Read(folder, SetupResources.BusinessUnits);
    private readonly IReadOnlyList<JsonObject> sources = SeedFile.Read(folder, SetupResources.InvoiceSources);
    private readonly IReadOnlyList<JsonObject> terms = SeedFile.Read(folder, SetupResources.PaymentTerms);
    private readonly IReadOnlyList<JsonObject> accounts = SeedFile.Read(folder, SetupResources.Accounts);
    private readonly IReadOnlyList<JsonObject> holdNames = SeedFile.Read(folder, SetupResources.InvoiceHoldNames, optional: true);

    public IReadOnlyList<JsonObject> Periods { get; } = SeedFile.Read(folder, SetupResources.PayablesPeriods);

    /// <summary>The primary ledger of a business unit, or null where the seed names none.</summary>
    public decimal? LedgerOf(string businessUnit) => BusinessUnit(businessUnit)?["PrimaryLedgerId"]?.GetValue<decimal>();

    public bool IsBusinessUnit(string name) => BusinessUnit(name) is not null;

    public bool IsInvoiceSource(string name) => sources.Any(source => source.Text("Meaning") == name && source.Text("EnabledFlag") != "N");

    public bool IsPaymentTerms(string name) => terms.Any(term => term.Text("name") == name && term.Flag("enabledFlag"));

    /// <summary>Whether an account exists and may be posted to.</summary>
    public bool IsAccount(string combination) =>
        accounts.Any(account =>
            account.Text("AccountCombination") == combination && account.Flag("EnabledFlag") && account.Flag("DetailPostingAllowedFlag")
        );

    /// <summary>The hold of a name that a person or an integration may place, or null.</summary>
    public JsonObject? ManualHold(string name) => holdNames.FirstOrDefault(hold => hold.Text("HoldName") == name);

    /// <summary>
    /// Whether Oracle asks for approval: the business unit has the workflow (it has, unless its record says otherwise) and the source is not exempt.
    /// </summary>
    public bool RequiresApproval(string businessUnit, string source) =>
        (BusinessUnit(businessUnit)?["InvoiceApprovalEnabled"]?.GetValue<bool>() ?? true)
        && sources.Any(candidate => candidate.Text("Meaning") == source && candidate.Flag("ApprovalRequired"));

    /// <summary>Whether lines that carry cost may be negative on a standard invoice of the business unit.</summary>
    public bool StandardInvoiceTakesNegativeLines(string businessUnit) =>
        BusinessUnit(businessUnit)?["StandardInvoiceTakesNegativeLines"]?.GetValue<bool>() ?? AssumedFacts.StandardInvoiceTakesNegativeLines;

    /// <summary>Whether lines that carry cost may be positive on a credit or debit memo of the business unit.</summary>
    public bool MemoTakesPositiveLines(string businessUnit) =>
        BusinessUnit(businessUnit)?["MemoTakesPositiveLines"]?.GetValue<bool>() ?? AssumedFacts.MemoTakesPositiveLines;

    private JsonObject? BusinessUnit(string name) => businessUnits.FirstOrDefault(unit => unit.Text("BusinessUnitName") == name);
}
