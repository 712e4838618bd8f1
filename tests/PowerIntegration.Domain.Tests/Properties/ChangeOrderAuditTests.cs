using PowerIntegration.Domain.Audit.ChangeOrders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Properties;

public sealed class ChangeOrderAuditTests
{
    private const long Seed = 20261201;
    private const int Sequences = 200;

    [Fact]
    public void Rules_and_auditor_agree_on_every_line_of_two_hundred_sequences()
    {
        var result = ChangeOrderAuditRun.Run(Seed, Sequences, TestContext.Current.CancellationToken);
        Assert.True(result.Finding is null, Describe(result));
        Assert.Equal(Sequences, result.Sequences);
    }

    [Theory]
    [InlineData("policy ", 5)]
    [InlineData("step ", 6)]
    [InlineData("tier ", 3)]
    [InlineData("stopped: ", 5)]
    public void Everything_that_can_happen_is_drawn(string prefix, int kinds)
    {
        var drawn = ChangeOrderAuditRun.Run(Seed, Sequences, TestContext.Current.CancellationToken).Kinds;
        var counts = drawn.Where(kind => kind.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        Assert.Equal(kinds, counts.Count);
        Assert.All(counts, kind => Assert.True(kind.Value >= 5, kind.ToString()));
        Assert.True(drawn["sent"] > 500, drawn["sent"].ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Describe(ChangeOrderAuditResult result) =>
        result.Finding is not { } finding
            ? ""
            : string.Join(
                Environment.NewLine,
                [
                    FormattableString.Invariant(
                        $"Seed {result.Seed}, sequence {finding.Sequence.Index}, {finding.Sequence.Rule}, step {finding.Step}"
                    ),
                    .. finding.Disagreements.Take(20).Select(difference => difference.ToString()),
                ]
            );
}
