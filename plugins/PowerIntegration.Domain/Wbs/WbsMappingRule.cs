using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Wbs;

/// <summary>One active row of the mapping: which codes it takes on which days, and the Oracle coding that it gives them.</summary>
public sealed record WbsMappingRule
{
    private static readonly IReadOnlyDictionary<string, CodePattern> NoSegments = new Dictionary<string, CodePattern>(StringComparer.Ordinal);

    /// <summary>The rule's key, for the trail.</summary>
    public required string Key { get; init; }

    /// <summary>Hash of its content, for the trail; null where its row has none.</summary>
    public string? VersionHash { get; init; }

    /// <summary>True where it is a rule of one project; false for a rule of the company, which every rule of the project outranks.</summary>
    public bool IsOfProject { get; init; } = true;

    /// <summary>Value of the segment with the Oracle task.</summary>
    public CodePattern TaskSegment { get; init; }

    /// <summary>Cost code.</summary>
    public CodePattern CostCode { get; init; }

    /// <summary>Cost type.</summary>
    public CodePattern CostType { get; init; }

    /// <summary>Sub job.</summary>
    public CodePattern SubJob { get; init; }

    /// <summary>Other custom segments by name; one that is not named may have any value.</summary>
    public IReadOnlyDictionary<string, CodePattern> Others { get; init; } = NoSegments;

    /// <summary>Oracle task; null where the task comes from the custom segment.</summary>
    public string? TaskNumber { get; init; }

    /// <summary>Expenditure type.</summary>
    public required string ExpenditureType { get; init; }

    /// <summary>Where the expenditure organization comes from.</summary>
    public OrganizationRule Organization { get; init; }

    /// <summary>First day on which the rule applies; null where it always did.</summary>
    public CalendarDate? ValidFrom { get; init; }

    /// <summary>Last day on which the rule applies; null where it has no end.</summary>
    public CalendarDate? ValidTo { get; init; }

    /// <summary>
    /// True where it names a task and restricts no segment but the cost type: it takes codes that no one looked at.
    /// </summary>
    public bool IsCatchAll =>
        !string.IsNullOrEmpty(TaskNumber) && TaskSegment.IsAny && CostCode.IsAny && SubJob.IsAny && Others.Values.All(pattern => pattern.IsAny);

    /// <summary>True where the rule applies on the day.</summary>
    public bool IsValidOn(CalendarDate day) => (ValidFrom is not { } first || first <= day) && (ValidTo is not { } last || day <= last);

    /// <summary>True where every segment fits.</summary>
    public bool Fits(SegmentCodes codes) =>
        CostCode.Fits(codes.CostCode)
        && CostType.Fits(codes.CostType)
        && SubJob.Fits(codes.SubJob)
        && TaskSegment.Fits(codes.TaskSegment)
        && (Others.Count == 0 || Others.All(segment => segment.Value.Fits(codes.Others[segment.Key])));

    /// <summary>The patterns of all segments.</summary>
    internal IEnumerable<CodePattern> Patterns => new[] { TaskSegment, CostCode, CostType, SubJob }.Concat(Others.Values);
}
