using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Workload;

/// <summary>What is drawn around the rows, by name, so that a run can say how often it had each.</summary>
public static class DrawnKinds
{
    private static readonly Dictionary<string, Func<TermsSheet, AuditedApplication, bool>> Kinds = Named();

    /// <summary>Every kind.</summary>
    public static IReadOnlyCollection<string> All => Kinds.Keys;

    /// <summary>The kinds that an application is of.</summary>
    /// <param name="terms">The terms of its contract.</param>
    /// <param name="audited">The application.</param>
    public static IEnumerable<string> Of(TermsSheet terms, AuditedApplication audited) =>
        Kinds.Where(kind => kind.Value(terms, audited)).Select(kind => kind.Key);

    // Each kind also with a reversal.
    private static Dictionary<string, Func<TermsSheet, AuditedApplication, bool>> Named()
    {
        var kinds = new Dictionary<string, Func<TermsSheet, AuditedApplication, bool>>(StringComparer.Ordinal)
        {
            ["hold for the punch list"] = (_, one) => one.Application.Release is { PunchList: > 0 },
            ["gross cut"] = (_, one) => one.Application.Cut is { IsNet: false },
            ["net cut"] = (_, one) => one.Application.Cut is { IsNet: true },
            ["line 8 alone"] = (_, one) => one.Application.Certified is { IsLine8Alone: true },
            ["cut with the header before it"] = (_, one) => one.Application is { Cut: not null, Certified.IsBeforeCut: true },
            ["cut with the certified header"] = (_, one) => one.Application is { Cut: not null, Certified.IsBeforeCut: false },
            ["certified header"] = (_, one) => one.Application is { Certified: { Line4: not null, Line5: not null }, Cut: null },
            ["catch-up"] = (_, one) => one.Application.CatchUp is > 0,
            ["catch-up with a cut"] = (_, one) => one.Application is { CatchUp: > 0, Cut: not null },
            ["catch-up with a punch list"] = (_, one) =>
                one.Application.CatchUp is > 0 && one.Prediction.Lines.Any(line => line.PreviousPunchList != 0),
            ["opening"] = (_, one) => one.Application.TakenOver,
            ["final release"] = (_, one) => one.Application.Final,
            ["deduction"] = (_, one) => one.Application.Deductions.Count > 0,
            ["recoding in the source"] = (_, one) =>
                one.Application.Changes.All(change => change.Kind != ChangeKind.Recode)
                && one.Prediction.Lines.Any(line => line.PreviousCoding is not null && line.PreviousCoding != line.Coding),
            ["recoding of what comes"] = (_, one) => Recodes(one, movesBilled: false),
            ["recoding of what was billed"] = (_, one) => Recodes(one, movesBilled: true),
            ["tax by the source"] = (terms, one) => terms.Tax is { By: TaxedBy.Application, Rate: not null } && one.Prediction.Tax is not null,
            ["tax by the source, unchecked"] = (terms, one) =>
                terms.Tax is { By: TaxedBy.Application, Rate: null } && one.Prediction.Tax is { Sent: not 0 },
            ["tax by the engine"] = (terms, one) => terms.Tax is { By: TaxedBy.Contract } && one.Prediction.Tax is not null,
            ["tax by Oracle"] = (terms, one) => terms.Tax is { By: TaxedBy.Payer } && one.Prediction.Tax is not null,
            ["tax that waits for retainage"] = (terms, one) => terms.Tax is { When: TaxedWhen.Waits } && one.Prediction.Tax is { Waiting: not 0 },
            ["tax cents on one document"] = (terms, one) => HasCents(terms, one) && Taxed(one) == 1,
            ["tax cents on one of several documents"] = (terms, one) => HasCents(terms, one) && Taxed(one) > 1,
            ["tax on documents of both signs"] = (terms, one) =>
                one.Prediction.Tax is { } tax && tax.ByPaper.Any(amount => amount > 0) && tax.ByPaper.Any(amount => amount < 0),
        };
        foreach (var change in Enum.GetValues<ChangeKind>().Where(kind => kind != ChangeKind.Recode))
        {
            kinds["change of the schedule: " + change] = (_, one) => one.Application.Changes.Any(drawn => drawn.Kind == change);
        }

        foreach (var kind in kinds.ToList())
        {
            kinds["reversal: " + kind.Key] = (terms, one) => one.Application.Reversed && kind.Value(terms, one);
        }

        return kinds;
    }

    private static bool Recodes(AuditedApplication one, bool movesBilled) =>
        one.Application.Changes.Any(change => change.Kind == ChangeKind.Recode && change.MovesBilled == movesBilled);

    private static int Taxed(AuditedApplication one) => one.Prediction.Papers.Count(paper => paper.Rows > 0);

    private static bool HasCents(TermsSheet terms, AuditedApplication one) =>
        terms.Tax is { By: TaxedBy.Application, Rate: not null } && one.Prediction.Tax is { Cents: not 0 };
}
