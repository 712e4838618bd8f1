namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_evidencekind</c>.</summary>
public static class EvidenceKindChoice
{
    /// <summary>Payload.</summary>
    public const int Payload = 723100000;

    /// <summary>Response.</summary>
    public const int Response = 723100001;

    /// <summary>Read back.</summary>
    public const int ReadBack = 723100002;

    /// <summary>Approval.</summary>
    public const int Approval = 723100003;
}
