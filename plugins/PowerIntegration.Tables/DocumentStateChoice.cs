namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_documentstate</c>.</summary>
public static class DocumentStateChoice
{
    /// <summary>Received.</summary>
    public const int Received = 723100000;

    /// <summary>Prepared.</summary>
    public const int Prepared = 723100001;

    /// <summary>Awaiting approval.</summary>
    public const int AwaitingApproval = 723100002;

    /// <summary>Held.</summary>
    public const int Held = 723100003;

    /// <summary>Submitted.</summary>
    public const int Submitted = 723100004;

    /// <summary>Posted.</summary>
    public const int Posted = 723100005;

    /// <summary>Refused.</summary>
    public const int Refused = 723100006;

    /// <summary>Superseded.</summary>
    public const int Superseded = 723100007;

    /// <summary>Reversed.</summary>
    public const int Reversed = 723100008;
}
