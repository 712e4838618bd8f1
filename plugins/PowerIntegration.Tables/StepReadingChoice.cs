namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_stepreading</c>.</summary>
public static class StepReadingChoice
{
    /// <summary>Whole balance.</summary>
    public const int WholeBalance = 723100000;

    /// <summary>Above threshold.</summary>
    public const int AboveThreshold = 723100001;

    /// <summary>From crossing.</summary>
    public const int FromCrossing = 723100002;

    /// <summary>Stop.</summary>
    public const int Stop = 723100003;

    /// <summary>Unstated.</summary>
    public const int Unstated = 723100004;
}
