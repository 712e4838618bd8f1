namespace PowerIntegration.Plugins.Tables;

/// <summary>Values of the global choice <c>pint_retainagekeeper</c>.</summary>
internal static class RetainageKeeperChoice
{
    /// <summary>Power integration.</summary>
    public const int PowerIntegration = 723100000;

    /// <summary>Oracle.</summary>
    public const int Oracle = 723100001;
}
