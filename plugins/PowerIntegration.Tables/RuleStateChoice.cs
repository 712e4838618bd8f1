namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_rulestate</c>.</summary>
public static class RuleStateChoice
{
    /// <summary>Draft.</summary>
    public const int Draft = 723100000;

    /// <summary>Active.</summary>
    public const int Active = 723100001;

    /// <summary>Superseded.</summary>
    public const int Superseded = 723100002;
}
