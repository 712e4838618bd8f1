namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_daykind</c>.</summary>
public static class DayKindChoice
{
    /// <summary>Calendar.</summary>
    public const int Calendar = 723100000;

    /// <summary>Business.</summary>
    public const int Business = 723100001;
}
