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
        var counts = DrawnKinds.All.ToDictionary(kind => kind, _ => 0);
        foreach (var contract in Enumerable.Range(0, 600).Select(index => ContractGenerator.Make(Seed, index)))
        {
            foreach (var kind in contract.Applications.SelectMany(audited => DrawnKinds.Of(contract.History.Terms, audited)))
            {
                counts[kind]++;
            }
        }

        Assert.All(counts, kind => Assert.True(kind.Value >= 3, kind.Key + " " + kind.Value));
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
