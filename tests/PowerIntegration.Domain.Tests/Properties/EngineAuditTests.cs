using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;
using PowerIntegration.Audit.Workload;
using PowerIntegration.Domain.Audit;
using Xunit;

namespace PowerIntegration.Domain.Tests.Properties;

public sealed class EngineAuditTests
{
    private const long Seed = 20251031;
    private const long Invoices = 100_000;

    [Fact]
    public void Engine_and_auditor_agree_on_header_lines_and_journals_of_a_hundred_thousand_invoices()
    {
        var result = new AuditRun(Seed, Invoices).Run(null, TestContext.Current.CancellationToken);
        Assert.True(result.Finding is null, Describe(result));
        Assert.True(result.Invoices >= Invoices);
        Assert.Equal(Enum.GetValues<RetainageMode>(), result.InvoicesByMode.Keys.Order());
        Assert.InRange(result.Rows / result.Invoices, 60, 110);
    }

    [Fact]
    public void Everything_that_happens_around_the_rows_is_drawn()
    {
        var applications = Enumerable.Range(0, 600).SelectMany(index => ContractGenerator.Make(Seed, index).Applications).ToList();
        Assert.All(
            new Dictionary<string, Func<ApplicationSheet, bool>>
            {
                ["hold for the punch list"] = sheet => sheet.Release is { PunchList: > 0 },
                ["gross cut"] = sheet => sheet.Cut is { IsNet: false },
                ["net cut"] = sheet => sheet.Cut is { IsNet: true },
                ["line 8 alone"] = sheet => sheet.Certified is { IsLine8Alone: true },
                ["cut with the header before it"] = sheet => sheet.Cut is not null && sheet.Certified is { IsBeforeCut: true },
                ["cut with the certified header"] = sheet => sheet.Cut is not null && sheet.Certified is { IsBeforeCut: false },
                ["certified header"] = sheet => sheet.Certified is { Line4: not null, Line5: not null } && sheet.Cut is null,
                ["catch-up"] = sheet => sheet.CatchUp is > 0,
                ["catch-up with a cut"] = sheet => sheet is { CatchUp: > 0, Cut: not null },
                ["contract taken over"] = sheet => sheet.TakenOver,
                ["final release"] = sheet => sheet.Final,
                ["reversal"] = sheet => sheet.Reversed,
                ["reversal of a release with a hold"] = sheet => sheet is { Reversed: true, Release.PunchList: > 0 },
                ["reversal of a cut"] = sheet => sheet is { Reversed: true, Cut: not null },
                ["reversal of a catch-up"] = sheet => sheet is { Reversed: true, CatchUp: > 0 },
                ["reversal of a certified header"] = sheet => sheet is { Reversed: true, Certified: not null },
                ["reversal of a change"] = sheet => sheet is { Reversed: true, Changes.Count: > 0 },
                ["reversal of a final release"] = sheet => sheet is { Reversed: true, Final: true },
            },
            kind => Assert.True(applications.Count(audited => kind.Value(audited.Application)) >= 3, kind.Key)
        );
        Assert.Equal(
            Enum.GetValues<ChangeKind>(),
            applications.SelectMany(audited => audited.Application.Changes).Select(change => change.Kind).Distinct().Order()
        );
    }

    [Fact]
    public void The_auditor_refers_to_nothing_of_the_product()
    {
        var names = typeof(FormAuditor).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.DoesNotContain(names, name => name.StartsWith("PowerIntegration", StringComparison.Ordinal));
    }

    private static string Describe(AuditResult result) =>
        result.Finding is not { } finding
            ? ""
            : string.Join(
                Environment.NewLine,
                [
                    FormattableString.Invariant(
                        $"Seed {result.Seed}, contract {finding.History.Index}, application {finding.Application.Number}, {finding.History.Terms}"
                    ),
                    .. finding.Disagreements.Take(20).Select(difference => difference.ToString()),
                ]
            );
}
