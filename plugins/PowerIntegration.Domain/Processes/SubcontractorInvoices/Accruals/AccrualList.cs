using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Accruals;

/// <summary>What accounting accrues for a period: what is approved and not posted, and what posted in a later period, by task.</summary>
public sealed class AccrualList
{
    private AccrualList(IReadOnlyList<AccrualEntry> entries)
    {
        Entries = entries;
        Totals =
        [
            .. entries
                .GroupBy(entry => new
                {
                    entry.Kind,
                    entry.Project,
                    entry.Task,
                    entry.ExpenditureType,
                    Code = entry.Task is null ? entry.Code : null,
                    entry.Currency,
                })
                .Select(group => new AccrualTotal(
                    group.Key.Kind,
                    group.Key.Project,
                    group.Key.Task,
                    group.Key.ExpenditureType,
                    group.Key.Code,
                    group.Key.Currency,
                    group.Sum(entry => entry.Gross),
                    group.Sum(entry => entry.Retainage ?? 0m),
                    group.Select(entry => entry.Document).Distinct(StringComparer.Ordinal).Count()
                ))
                .OrderBy(total => total.Kind)
                .ThenBy(total => total.Project, StringComparer.Ordinal)
                .ThenBy(total => total.Task ?? "~" + total.Code, StringComparer.Ordinal)
                .ThenBy(total => total.ExpenditureType, StringComparer.Ordinal),
        ];
        Residual.RequireZero(Gross, Totals.Select(total => total.Gross), "The totals by task add up to the documents.");
    }

    /// <summary>One for each document and task, in the order of the documents.</summary>
    public IReadOnlyList<AccrualEntry> Entries { get; }

    /// <summary>One for each task.</summary>
    public IReadOnlyList<AccrualTotal> Totals { get; }

    /// <summary>How many documents there are.</summary>
    public int Documents => Entries.Select(entry => entry.Document).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Sum before retainage; only where every entry has the same currency does it mean something.</summary>
    public decimal Gross => Entries.Sum(entry => entry.Gross);

    /// <summary>The list. Lines of one document on one task are added up; a sum of 0.00 is left out.</summary>
    public static AccrualList Of(IEnumerable<AccrualEntry> lines) =>
        new([
            .. lines
                .GroupBy(line => line with { Gross = 0m, Retainage = null })
                .Select(group =>
                    group.Key with
                    {
                        Gross = group.Sum(line => line.Gross),
                        Retainage = group.Any(line => line.Retainage is null) ? null : group.Sum(line => line.Retainage!.Value),
                    }
                )
                .Where(entry => entry.Gross != 0m || entry.Retainage is not (null or 0m)),
        ]);

    /// <summary>The list as JSON, for workbooks and views.</summary>
    public string ToJson() => new JsonObject().Objects("tasks", Totals.Select(Write)).Objects("documents", Entries.Select(Write)).ToString();

    private static JsonObject Write(AccrualTotal total) =>
        new JsonObject()
            .Choice("kind", total.Kind)
            .Text("project", total.Project)
            .Text("task", total.Task)
            .Text("expenditureType", total.ExpenditureType)
            .Text("code", total.Code)
            .Text("currency", total.Currency)
            .Number("gross", total.Gross)
            .Number("retainage", total.Retainage)
            .WholeNumber("documents", total.Documents);

    private static JsonObject Write(AccrualEntry entry) =>
        new JsonObject()
            .Choice("kind", entry.Kind)
            .Text("commitment", entry.Commitment)
            .Text("document", entry.Document)
            .Text("state", entry.State)
            .Text("project", entry.Project)
            .Text("task", entry.Task)
            .Text("expenditureType", entry.ExpenditureType)
            .Text("code", entry.Code)
            .Text("currency", entry.Currency)
            .Number("gross", entry.Gross)
            .Number("retainage", entry.Retainage);
}
