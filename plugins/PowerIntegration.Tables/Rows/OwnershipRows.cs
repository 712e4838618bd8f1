using PowerIntegration.Domain.Ownership;

namespace PowerIntegration.Tables.Rows;

/// <summary>Rules of the ownership register as rows.</summary>
public static class OwnershipRows
{
    /// <summary>The columns that an active rule is read from.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        OwnershipRuleTable.Key,
        OwnershipRuleTable.VersionHash,
        OwnershipRuleTable.ProjectId,
        OwnershipRuleTable.ApprovalPlace,
        OwnershipRuleTable.TriggerStatus,
        OwnershipRuleTable.ValidFrom,
        OwnershipRuleTable.ValidTo,
    ];

    /// <summary>Reads an active rule.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="InvalidOperationException">A column that every active rule has is empty.</exception>
    public static OwnershipRule Read(RowView row) =>
        new()
        {
            Key = row.RequiredText(OwnershipRuleTable.Key),
            VersionHash = row.Text(OwnershipRuleTable.VersionHash),
            IsForProject = row.Reference(OwnershipRuleTable.ProjectId) is not null,
            Place =
                ApprovalPlaces.FromChoice(row.Choice(OwnershipRuleTable.ApprovalPlace))
                ?? throw new InvalidOperationException(
                    $"Ownership rule {row.Text(OwnershipRuleTable.Key)} has no valid approval place "
                        + $"({row.Choice(OwnershipRuleTable.ApprovalPlace)}). Ask the integration administrator to choose one."
                ),
            TriggerStatus = row.RequiredText(OwnershipRuleTable.TriggerStatus),
            ValidFrom = row.RequiredDate(OwnershipRuleTable.ValidFrom),
            ValidTo = row.Date(OwnershipRuleTable.ValidTo),
        };
}
