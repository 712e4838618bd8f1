namespace PowerIntegration.Tables;

/// <summary>A task of an Oracle project, cached.</summary>
public static class OracleTaskTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_oracletask";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_oracletaskid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Project.</summary>
    public const string ProjectId = "pint_projectid";

    /// <summary>Task number.</summary>
    public const string TaskNumber = "pint_tasknumber";

    /// <summary>Lowest level.</summary>
    public const string LowestLevel = "pint_lowestlevel";

    /// <summary>Chargeable.</summary>
    public const string Chargeable = "pint_chargeable";

    /// <summary>Start date.</summary>
    public const string StartDate = "pint_startdate";

    /// <summary>Finish date.</summary>
    public const string FinishDate = "pint_finishdate";
}
