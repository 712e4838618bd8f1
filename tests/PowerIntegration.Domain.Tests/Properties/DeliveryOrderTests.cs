using PowerIntegration.Audit.Workload;
using PowerIntegration.Domain.Audit;
using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;
using Xunit;

namespace PowerIntegration.Domain.Tests.Properties;

public sealed class DeliveryOrderTests
{
    private const long Seed = 4711;
    private const int Contracts = 120;

    [Fact]
    public void Any_delivery_order_with_any_replays_ends_in_the_same_ledger()
    {
        for (var index = 0; index < Contracts; index++)
        {
            var commitment = ContractGenerator.Make(Seed, index);
            var inOrder = Deliver(commitment, Enumerable.Range(0, commitment.Applications.Count));
            var shuffled = Deliver(commitment, Order(commitment, new SeededNumbers(Seed, index)));
            Assert.Equal(Text(inOrder), Text(shuffled));
        }
    }

    [Fact]
    public void A_posted_application_that_comes_again_at_any_later_time_changes_nothing()
    {
        for (var index = 0; index < Contracts; index++)
        {
            var commitment = ContractGenerator.Make(Seed + 1, index);
            var ledger = Deliver(commitment, Enumerable.Range(0, commitment.Applications.Count));
            foreach (var sheet in commitment.Applications.Select(audited => audited.Application))
            {
                var outcome = BillingEngine.Bill(
                    EngineInputs.Terms(commitment.History, sheet),
                    ledger,
                    EngineInputs.Application(commitment.History, sheet)
                );
                Assert.Equal(NothingToPostReason.Duplicate, Assert.IsType<BillingOutcome.NothingToPost>(outcome).Why);
            }
        }
    }

    // Delivers in the order; what is held because a lower number is open waits, and is tried again after every posting. What is posted is delivered
    // twice.
    private static ContractLedger Deliver(AuditedContract commitment, IEnumerable<int> order)
    {
        var known = commitment.Applications.Select(audited => new KnownApplication(audited.Application.Number, ApplicationStatus.Approved)).ToList();
        var ledger = EngineInputs.Ledger(commitment.History);
        var waiting = new SortedSet<int>();
        foreach (var position in order)
        {
            waiting.Add(position);
            foreach (var next in waiting.ToList())
            {
                var outcome = Bill(commitment, next, ledger, known);
                if (outcome is BillingOutcome.Stopped stopped)
                {
                    Assert.Equal(DocumentReasons.PredecessorNotPosted, stopped.Refusal.Code);
                    break;
                }

                waiting.Remove(next);
                ledger = outcome is BillingOutcome.Billed billed ? billed.NextLedger : ledger;
                Assert.IsType<BillingOutcome.NothingToPost>(Bill(commitment, next, ledger, known));
            }
        }

        Assert.Empty(waiting);
        return ledger;
    }

    private static BillingOutcome Bill(AuditedContract commitment, int position, ContractLedger ledger, List<KnownApplication> known)
    {
        var sheet = commitment.Applications[position].Application;
        var application = EngineInputs.Application(commitment.History, sheet) with
        {
            Others = [.. known.Where(other => other.Number != sheet.Number)],
        };
        return BillingEngine.Bill(EngineInputs.Terms(commitment.History, sheet), ledger, application);
    }

    // Every application at least once, in a random order, and a third as many deliveries again.
    private static List<int> Order(AuditedContract commitment, SeededNumbers numbers)
    {
        var count = commitment.Applications.Count;
        var order = Enumerable.Range(0, count).Concat(Enumerable.Range(0, count / 3).Select(_ => (int)numbers.Below(count))).ToList();
        for (var position = order.Count - 1; position > 0; position--)
        {
            var other = (int)numbers.Below(position + 1);
            (order[position], order[other]) = (order[other], order[position]);
        }

        return order;
    }

    private static IEnumerable<string> Text(ContractLedger ledger) =>
        [
            $"{ledger.LastPostedNumber} {ledger.StoredMaterials} {ledger.Threshold} {string.Join(' ', ledger.PostedRevisions)}",
            .. ledger.Lines.Select(line => line.ToString()),
        ];
}
