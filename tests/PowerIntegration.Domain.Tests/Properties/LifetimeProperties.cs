using CsCheck;
using PowerIntegration.Audit.Workload;
using PowerIntegration.Domain.Audit;
using PowerIntegration.Domain.ContractBilling;
using Xunit;

namespace PowerIntegration.Domain.Tests.Properties;

public sealed class LifetimeProperties
{
    private static readonly Gen<AuditedContract> GenContract = Gen.Int[0, 1_000_000].Select(index => ContractGenerator.Make(99, index));

    [Fact]
    public void What_was_paid_plus_what_is_held_is_what_was_earned_line_by_line_in_every_period() =>
        GenContract.Sample(
            commitment =>
            {
                var paid = new Dictionary<string, decimal>();
                foreach (var billed in Run(commitment))
                {
                    Assert.Equal(
                        billed.After.GrossToDate,
                        billed.After.PreviousCertificates + billed.After.PaymentDue + billed.After.Retainage.Total
                    );
                    foreach (var line in billed.Lines)
                    {
                        // A line that was split off or merged begins with what was paid on the lines before it.
                        paid.TryAdd(line.LineId, line.Before.EarnedLessRetainage);
                        paid[line.LineId] += line.Movement.Payable;
                        Assert.Equal(line.CompletedToDate, paid[line.LineId] + line.After.Retainage.Total);
                    }
                }
            },
            iter: 150,
            print: Print
        );

    [Fact]
    public void Line_7_is_the_sum_of_all_line_8_before_it_and_every_proof_closes() =>
        GenContract.Sample(
            commitment =>
            {
                var certified = 0m;
                foreach (var billed in Run(commitment))
                {
                    Assert.Equal(certified, billed.After.PreviousCertificates);
                    Assert.Equal(0m, billed.Proof.Residual);
                    Assert.NotEmpty(billed.Proof.Identities);
                    certified += billed.After.PaymentDue;
                }
            },
            iter: 150,
            print: Print
        );

    [Fact]
    public void After_the_final_release_nothing_is_held_and_line_9_is_zero()
    {
        var finished = Enumerable
            .Range(0, 200)
            .Select(index => ContractGenerator.Make(100, index))
            .Where(commitment => commitment.History.Applications[^1].Final)
            .ToList();
        Assert.True(finished.Count > 50);
        foreach (var last in finished.Select(commitment => Run(commitment).Last()))
        {
            Assert.Equal(0m, last.After.BalanceToFinish);
            Assert.All(last.Lines, line => Assert.Equal(0m, line.After.Retainage.Total));
            Assert.Equal(0m, last.After.GrossMovement);
        }
    }

    private static IEnumerable<BillingOutcome.Billed> Run(AuditedContract commitment)
    {
        var ledger = EngineInputs.Ledger(commitment.History);
        foreach (var sheet in commitment.Applications.Select(audited => audited.Application))
        {
            var outcome = BillingEngine.Bill(
                EngineInputs.Terms(commitment.History, sheet),
                ledger,
                EngineInputs.Application(commitment.History, sheet)
            );
            var billed = Assert.IsType<BillingOutcome.Billed>(outcome);
            ledger = billed.NextLedger;
            yield return billed;
        }
    }

    private static string Print(AuditedContract commitment) => $"contract {commitment.History.Index} of seed 99, {commitment.History.Terms}";
}
