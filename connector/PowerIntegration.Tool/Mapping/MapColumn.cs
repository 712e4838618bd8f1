namespace PowerIntegration.Tool.Mapping;

/// <summary>Columns of the sheet with mapping rules, in their order. The heading is the name in words.</summary>
internal enum MapColumn
{
    /// <summary>Oracle project number.</summary>
    Project,

    /// <summary>Pattern of the segment with the Oracle task.</summary>
    TaskSegment,

    /// <summary>Pattern of the cost code.</summary>
    CostCode,

    /// <summary>Pattern of the cost type.</summary>
    CostType,

    /// <summary>Pattern of the sub job.</summary>
    SubJob,

    /// <summary>Patterns of further segments.</summary>
    OtherSegments,

    /// <summary>Number of the Oracle task.</summary>
    OracleTask,

    /// <summary>Oracle expenditure type.</summary>
    ExpenditureType,

    /// <summary>Oracle expenditure organization.</summary>
    Organization,

    /// <summary>First day.</summary>
    ValidFrom,

    /// <summary>Last day.</summary>
    ValidTo,

    /// <summary>Name of the rule in lists.</summary>
    Note,
}
