using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>A draft with what it replaces and what may contradict it, read under the lock of its table.</summary>
internal sealed class VersionReview
{
    private const int ShownMax = 3000;

    private readonly IOrganizationService service;
    private readonly VersionedTable table;
    private readonly IReadOnlyList<Entity> others;

    public VersionReview(IOrganizationService service, VersionedTable table, Entity draft)
    {
        this.service = service;
        this.table = table;
        Draft = draft;
        Entry = VersionRows.Read(table, draft);
        others = VersionReader.Others(service, table, draft);
    }

    public Entity Draft { get; }

    public VersionEntry Entry { get; }

    /// <summary>The version that the draft replaces; null where it replaces none.</summary>
    public Entity? Replaced => Entry.ReplacesId is { } id ? others.FirstOrDefault(row => row.Id == id) : null;

    /// <summary>Why it cannot be activated, whoever does it, apart from what its table checks for all drafts together.</summary>
    public IEnumerable<Refusal> Problems() =>
        VersionActivation.Problems(
            Entry,
            [.. others.Select(row => VersionRows.Read(table, row))],
            Entry.State == VersionState.Draft ? PostedPeriods.Last(service, table, Draft) : null
        );

    /// <summary>What a person reviews: the content of a first version, or what is different from the version that it replaces.</summary>
    public string Words()
    {
        var replaced = Replaced;
        var columns = replaced is null || table.IsDated ? table.Content : table.Replaced;
        var lines =
            from column in columns
            let before = replaced is null ? null : VersionRows.Shown(replaced, column)
            let after = VersionRows.Shown(Draft, column)
            where column != CommitmentTable.ReplacesId && before != after
            let label = Labels.Of(table.LogicalName, column)
            select replaced is null ? $"{label}: {after}" : $"{label}: {before ?? "(none)"} -> {after ?? "(none)"}";
        return Sentence.Lines(
            [
                replaced is null ? $"{Entry.Name}:" : $"{Entry.Name} replaces {VersionRows.Name(table, replaced)}:",
                .. lines,
                .. table.LogicalName == OwnershipRuleTable.LogicalName ? ProjectWorkflows.Known(service, new RowView(Draft)) : [],
                .. table.LogicalName == WbsMappingRuleTable.LogicalName ? new[] { MappingEffects.CatchAll(service, Draft) }.OfType<string>() : [],
            ],
            ShownMax
        );
    }
}
