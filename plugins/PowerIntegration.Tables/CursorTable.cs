namespace PowerIntegration.Tables;

/// <summary>How far one poll has read.</summary>
public static class CursorTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_cursor";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_cursorid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Environment.</summary>
    public const string EnvironmentId = "pint_environmentid";

    /// <summary>Project.</summary>
    public const string ProjectId = "pint_projectid";

    /// <summary>Watermark.</summary>
    public const string Watermark = "pint_watermark";

    /// <summary>Read on.</summary>
    public const string ReadOn = "pint_readon";
}
