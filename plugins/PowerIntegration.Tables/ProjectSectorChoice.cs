namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_projectsector</c>.</summary>
public static class ProjectSectorChoice
{
    /// <summary>Private.</summary>
    public const int Private = 723100000;

    /// <summary>Public.</summary>
    public const int Public = 723100001;

    /// <summary>Federal.</summary>
    public const int Federal = 723100002;
}
