namespace PowerIntegration.Tables;

/// <summary>One Procore company paired with one Oracle pod.</summary>
public static class EnvironmentTable
{
    /// <summary>Logical name of the table.</summary>
    public const string LogicalName = "pint_environment";

    /// <summary>Primary key.</summary>
    public const string Id = "pint_environmentid";

    /// <summary>Primary name.</summary>
    public const string Name = "pint_name";

    /// <summary>Alternate key.</summary>
    public const string Key = "pint_key";

    /// <summary>Kind.</summary>
    public const string Kind = "pint_kind";

    /// <summary>Procore company id.</summary>
    public const string ProcoreCompanyId = "pint_procorecompanyid";

    /// <summary>Oracle pod.</summary>
    public const string OraclePod = "pint_oraclepod";

    /// <summary>App address: address of the administrator's app, for links in approvals.</summary>
    public const string AppAddress = "pint_appaddress";
}
