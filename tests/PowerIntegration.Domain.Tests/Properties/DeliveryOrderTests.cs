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
            var contract = ContractGenerator.Make(Seed, index);
            var inOrder = Deliver(contract, Enumerable.Range(0, contract.Applications.Count));
            var shuffled = Deliver(contract, Order(contract, new SeededNumbers(Seed, index)));
            Assert.Equal(Text(inOrder), Text(shuffled));
        }
    }

    [Fact]
    public void A_posted_application_that_comes_again_at_any_later_time_changes_nothing()
    {
        for (var index = 0; index < Contracts; index++)
        {
            var contract = ContractGenerator.Make(Seed + 1, index);
            var ledger = Deliver(contract, Enumerable.Range(0, contract.Applications.Count));
            foreach (var sheet in contract.Applications.Select(audited => audited.Application))
            {
                var outcome = BillingEngine.Bill(
                    EngineInputs.Terms(contract.History, sheet),
                    ledger,
                    EngineInputs.Application(contract.History, sheet)
                );
                Assert.Equal(NothingToPostReason.Duplicate, Assert.IsType<BillingOutcome.NothingToPost>(outcome).Why);
            }
        }
    }

    // Delivers in the order; what is held because a lower number is open waits, and is tried again after every posting. What is posted is delivered
    // twice.
    private static ContractLedger Deliver(AuditedContract contract, IEnumerable<int> order)
    {
        var known = contract.Applications.Select(audited => new KnownApplication(audited.Application.Number, ApplicationStatus.Approved)).ToList();
        var ledger = EngineInputs.Ledger(contract.History);
        var waiting = new SortedSet<int>();
        foreach (var position in order)
        {
            waiting.Add(position);
            foreach (var next in waiting.ToList())
            {
                var outcome = Bill(contract, next, ledger, known);
                if (outcome is BillingOutcome.Stopped stopped)
                {
                    Assert.Equal(DocumentReasons.PredecessorNotPosted, stopped.Refusal.Code);
                    break;
                }

                waiting.Remove(next);
                ledger = outcome is BillingOutcome.Billed billed ? billed.NextLedger : ledger;
                Assert.IsType<BillingOutcome.NothingToPost>(Bill(contract, next, ledger, known));
            }
        }

        Assert.Empty(waiting);
        return ledger;
    }

    private static BillingOutcome Bill(AuditedContract contract, int position, ContractLedger ledger, List<KnownApplication> known)
    {
        var sheet = contract.Applications[position].Application;
        var application = EngineInputs.Application(contract.History, sheet) with { Others = [.. known.Where(other => other.Number != sheet.Number)] };
        return BillingEngine.Bill(EngineInputs.Terms(contract.History, sheet), ledger, application);
    }

    // Every application at least once, in a random order, and a third as many deliveries again.
    private static List<int> Order(AuditedContract contract, SeededNumbers numbers)
    {
        var count = contract.Applications.Count;
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
