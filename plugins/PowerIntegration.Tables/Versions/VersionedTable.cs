namespace PowerIntegration.Tables.Versions;

/// <summary>A table whose rows two people decide: what of it is content, and what tells which rows are about the same record.</summary>
public sealed record VersionedTable
{
    /// <summary>Columns that only activation, protection and the end of a version write. Every versioned table has them.</summary>
    public static IReadOnlyList<string> Bookkeeping { get; } =
    [
        CommitmentTable.ActivatedBy,
        CommitmentTable.ActivatedById,
        CommitmentTable.ActivatedOn,
        CommitmentTable.ContributorIds,
        CommitmentTable.Contributors,
        CommitmentTable.EndedBy,
        CommitmentTable.EndedById,
        CommitmentTable.EndedOn,
        CommitmentTable.EndReason,
        CommitmentTable.EndRequestedBy,
        CommitmentTable.EndRequestedById,
        CommitmentTable.EndRequestedTo,
        CommitmentTable.VersionHash,
    ];

    /// <summary>Logical name.</summary>
    public required string LogicalName { get; init; }

    /// <summary>How preparations name what they used of it, as <see cref="Domain.Documents.UsedVersions"/> does; null where they name none.</summary>
    public string? UsedAs { get; init; }

    /// <summary>Columns whose values say which record a row is about.</summary>
    public required IReadOnlyList<string> Scope { get; init; }

    /// <summary>Columns without which the row cannot be used.</summary>
    public required IReadOnlyList<string> Required { get; init; }

    /// <summary>Column of the first day; null where one row applies at all times.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Column of the last day; null where one row applies at all times.</summary>
    public string? ValidTo { get; init; }

    /// <summary>Columns that the product maintains or that have a signature of their own.</summary>
    public IReadOnlyList<string> Product { get; init; } = [];

    /// <summary>The custom API that writes rows as facts, already active; null where people write all of them.</summary>
    public string? FactsFrom { get; init; }

    /// <summary>True where a rule of the table's own decides which rows contradict each other.</summary>
    public bool HasOwnOverlap { get; init; }

    /// <summary>True where several active rows of one scope apply one after the other.</summary>
    public bool IsDated => ValidFrom is not null;

    /// <summary>Column of the row id.</summary>
    public string Id => LogicalName + "id";

    /// <summary>What the second person reviews: every column of the table but the state, the bookkeeping and what the product maintains.</summary>
    public IReadOnlyList<string> Content =>
        [
            .. Labels
                .ColumnsOf(LogicalName)
                .Where(column => column != Id && column != CommitmentTable.RuleState && column != CommitmentTable.Batch)
                .Except(Bookkeeping)
                .Except(Product),
        ];

    /// <summary>What a version that replaces another brings with it: its content but the key and the row that it replaces.</summary>
    public IReadOnlyList<string> Replaced => [.. Content.Where(column => column != CommitmentTable.Key && column != CommitmentTable.ReplacesId)];

    /// <summary>Every column that a decision about a row needs.</summary>
    public IReadOnlyList<string> Columns => [.. Content, .. Bookkeeping, CommitmentTable.RuleState, CommitmentTable.Batch];
}
