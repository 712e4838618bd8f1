namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_environmentkind</c>.</summary>
public static class EnvironmentKindChoice
{
    /// <summary>Production.</summary>
    public const int Production = 723100000;

    /// <summary>Monthly sandbox.</summary>
    public const int MonthlySandbox = 723100001;

    /// <summary>On demand sandbox.</summary>
    public const int OnDemandSandbox = 723100002;

    /// <summary>Developer sandbox.</summary>
    public const int DeveloperSandbox = 723100003;
}
