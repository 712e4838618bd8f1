namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_approvalplace</c>.</summary>
public static class ApprovalPlaceChoice
{
    /// <summary>Procore.</summary>
    public const int Procore = 723100000;

    /// <summary>Oracle.</summary>
    public const int Oracle = 723100001;

    /// <summary>Teams.</summary>
    public const int Teams = 723100002;
}
