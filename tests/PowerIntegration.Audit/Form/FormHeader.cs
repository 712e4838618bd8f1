namespace PowerIntegration.Audit.Form;

/// <summary>The predicted lines of the certificate, in cents, numbered as on the form.</summary>
public sealed record FormHeader
{
    /// <summary>Original contract sum.</summary>
    public long Line1 { get; init; }

    /// <summary>Net change by change orders.</summary>
    public long Line2 => Line3 - Line1;

    /// <summary>Change order summary: additions, those of previous applications and of this one.</summary>
    public long Additions { get; init; }

    /// <summary>Change order summary: deductions, without sign.</summary>
    public long Deductions { get; init; }

    /// <summary>Contract sum to date.</summary>
    public long Line3 { get; init; }

    /// <summary>Total completed and stored to date.</summary>
    public long Line4 { get; init; }

    /// <summary>Retainage on completed work.</summary>
    public long Line5A { get; init; }

    /// <summary>Retainage on stored material.</summary>
    public long Line5B { get; init; }

    /// <summary>Retainage for the punch list.</summary>
    public long PunchList { get; init; }

    /// <summary>Total retainage.</summary>
    public long Line5 => Line5A + Line5B + PunchList;

    /// <summary>Total earned less retainage.</summary>
    public long Line6 => Line4 - Line5;

    /// <summary>Less previous certificates for payment.</summary>
    public long Line7 { get; init; }

    /// <summary>Current payment due.</summary>
    public long Line8 => Line6 - Line7;

    /// <summary>Balance to finish, including retainage.</summary>
    public long Line9 => Line3 - Line6;

    /// <summary>Adds the rows up.</summary>
    /// <param name="original">Line 1.</param>
    /// <param name="previous">The certificate before; nothing in it where there is none.</param>
    /// <param name="lines">The rows.</param>
    public static FormHeader Of(long original, FormHeader previous, IReadOnlyList<FormLine> lines)
    {
        long scheduled = 0,
            gross = 0,
            work = 0,
            stored = 0,
            punchList = 0,
            additions = previous.Additions,
            deductions = previous.Deductions;
        foreach (var line in lines)
        {
            scheduled += line.C;
            additions += Math.Max(0, line.C - line.PreviousC);
            deductions += Math.Max(0, line.PreviousC - line.C);
            gross += line.G;
            work += line.HeldOnWork;
            stored += line.HeldOnStored;
            punchList += line.HeldForPunchList;
        }

        return new FormHeader
        {
            Line1 = original,
            Line3 = scheduled,
            Line4 = gross,
            Line5A = work,
            Line5B = stored,
            PunchList = punchList,
            Line7 = previous.Line6,
            Additions = additions,
            Deductions = deductions,
        };
    }
}
