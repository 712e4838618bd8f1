using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Ownership;

/// <summary>
/// One active row of the ownership register for a process: where its documents are approved and which Procore status makes them eligible.
/// </summary>
public sealed record OwnershipRule
{
    /// <summary>The rule's key, for the trail.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of its content, for the trail; null where its row has none.</summary>
    public string? VersionHash { get; init; }

    /// <summary>True where the rule is for one project; a rule for every project is less specific.</summary>
    public required bool IsForProject { get; init; }

    /// <summary>Where documents are approved.</summary>
    public required ApprovalPlace Place { get; init; }

    /// <summary>Procore's status, in its wire spelling.</summary>
    public required string TriggerStatus { get; init; }

    /// <summary>First day on which the rule applies.</summary>
    public required CalendarDate ValidFrom { get; init; }

    /// <summary>Last day on which the rule applies; null where it has no end.</summary>
    public CalendarDate? ValidTo { get; init; }

    /// <summary>True where the rule applies on the day.</summary>
    public bool IsValidOn(CalendarDate day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);
}
