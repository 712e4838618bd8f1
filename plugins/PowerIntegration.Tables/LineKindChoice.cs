namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_linekind</c>.</summary>
public static class LineKindChoice
{
    /// <summary>Schedule of values.</summary>
    public const int ScheduleOfValues = 723100000;

    /// <summary>Retainage withheld.</summary>
    public const int RetainageWithheld = 723100001;

    /// <summary>Retainage released.</summary>
    public const int RetainageReleased = 723100002;

    /// <summary>Tax.</summary>
    public const int Tax = 723100003;

    /// <summary>Deduction.</summary>
    public const int Deduction = 723100004;

    /// <summary>Catch up.</summary>
    public const int CatchUp = 723100005;

    /// <summary>Withholding.</summary>
    public const int Withholding = 723100006;

    /// <summary>Closed line.</summary>
    public const int ClosedLine = 723100007;
}
