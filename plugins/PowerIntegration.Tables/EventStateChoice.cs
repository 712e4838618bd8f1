namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_eventstate</c>.</summary>
public static class EventStateChoice
{
    /// <summary>New.</summary>
    public const int New = 723100000;

    /// <summary>Read.</summary>
    public const int Read = 723100001;

    /// <summary>Failed.</summary>
    public const int Failed = 723100002;
}
