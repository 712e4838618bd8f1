using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Explanation;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>What is undecided about the project and the Payables setup of its business unit.</summary>
internal static class SetupItems
{
    public static IEnumerable<ReadinessItem> Of(ReadinessProject project, BillingFacts facts)
    {
        if (!facts.IsProjectActive)
        {
            yield return Item($"Project {project.Name} is not active. Have a second person activate it.", project.Place, project.Waiting);
        }

        if (facts.Commitments.Count == 0 && facts.DraftCommitments.Count == 0)
        {
            yield return Item($"Project {project.Name} has no commitment here. Enter its commitments.", facts.CommitmentsPlace, []) with
            {
                Decider = ShippedRole.MappingAdministrator,
            };
        }

        foreach (var item in Payables(project, facts))
        {
            yield return item;
        }
    }

    private static IEnumerable<ReadinessItem> Payables(ReadinessProject project, BillingFacts facts)
    {
        if (facts.Payables is not { } payables)
        {
            yield return Item(
                $"Project {project.Name} has no Payables setup. Choose the setup of the business unit that pays its invoices.",
                project.Place,
                project.Waiting
            ) with
            {
                Decider = ShippedRole.MappingAdministrator,
            };
            yield break;
        }

        var subject = $"The Payables setup of {payables.BusinessUnit}";
        if (payables.Missing.Count > 0)
        {
            yield return Item($"{subject} has no {ReadinessWords.Names(payables.Missing)}. Fill it in.", payables.Place, project.Waiting);
        }

        if (!payables.IsActive)
        {
            yield return Item($"{subject} is not active. Have a second person activate it.", payables.Place, project.Waiting);
        }

        foreach (var need in Needs(payables))
        {
            var terms = facts.Commitments.Where(commitment => commitment.Terms.Any(one => need.IsOf(one.Version))).ToList();
            if (terms.Count > 0)
            {
                var ids = terms.Select(commitment => commitment.Id).ToList();
                yield return Item(
                    $"{subject} has no {need.Name}, which the terms of {ReadinessWords.Names([.. terms.Select(one => one.Number)])} need. Enter it.",
                    payables.Place,
                    [.. project.Waiting.Where(document => ids.Contains(document.CommitmentId))]
                );
            }
        }
    }

    private static IEnumerable<Need> Needs(PayablesReadiness payables)
    {
        if (!payables.HasHold)
        {
            yield return new Need(
                "payment hold name or no payment hold release name",
                terms => terms.PaymentClause?.Clause is not (null or PaymentClause.None),
                [ContractTerm.PaymentClause]
            );
        }

        if (!payables.HasTaxAccount)
        {
            yield return new Need(
                "tax account",
                terms => terms.Tax is { ComputedBy: TaxCalculator.Source or TaxCalculator.Engine, IsReverseCharge: false },
                [ContractTerm.TaxCalculator, ContractTerm.ReverseCharge]
            );
        }

        if (!payables.HasWithholdingAccount)
        {
            yield return new Need(
                "withholding tax account",
                terms => terms.Withholding?.ComputedBy is TaxCalculator.Source or TaxCalculator.Engine,
                [ContractTerm.WithholdingCalculator]
            );
        }
    }

    private static ReadinessItem Item(string sentence, RecordPlace place, IReadOnlyList<WaitingDocument> waiting) =>
        new()
        {
            Sentence = sentence,
            Decider = ShippedRole.Controller,
            Place = place,
            Waiting = waiting,
        };

    /// <summary>Something that the Payables setup must have because terms ask for it.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Asks">Whether terms ask for it.</param>
    /// <param name="Because">The terms that decide about it.</param>
    private sealed record Need(string Name, Func<TermsVersion, bool> Asks, ContractTerm[] Because)
    {
        // Terms that are wrong about it are a decision already, and corrected they may not ask for it.
        public bool IsOf(TermsVersion terms) =>
            Asks(terms) && terms.Problems.Count == 0 && !TermsFaults.Of(terms).Any(fault => fault.Terms.Any(Because.Contains));
    }
}
