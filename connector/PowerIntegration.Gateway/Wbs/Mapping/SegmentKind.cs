namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>What a segment of WBS codes is.</summary>
internal enum SegmentKind
{
    /// <summary>The cost code.</summary>
    CostCode,

    /// <summary>The cost type.</summary>
    CostType,

    /// <summary>The sub job.</summary>
    SubJob,

    /// <summary>A segment of the company's own.</summary>
    Custom,
}
