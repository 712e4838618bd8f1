using System.Collections.Generic;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Preparation;

/// <summary>May the document go at all, is it decided, is it its turn, and do we build such documents.</summary>
internal static class EligibilityCheck
{
    public static void Run(PreparationFacts facts, ApprovalDecision? approval, RefusalList refusals)
    {
        refusals.Add(Configuration(facts));
        refusals.Add(approval?.Check(facts.Source));
        refusals.Add(SequenceLock.Of(facts.Document, facts.Others, facts.Contract.LastPostedNumber));
        refusals.Add(InvoiceNumbering.Check(Number(facts), facts.Document, facts.Contract.Number, facts.Others));
        refusals.Add(Contract(facts.Contract));
    }

    public static string Number(PreparationFacts facts) =>
        InvoiceNumbering.Of(facts.Source.InvoiceNumber, facts.Contract.Number, facts.Source.ApplicationNumber);

    public static Currency? CurrencyOf(PreparationFacts facts, RefusalList refusals)
    {
        var code = facts.Contract.Currency;
        if (!Currency.TryFind(code, out var currency))
        {
            refusals.Add(ReasonCode.CurrencyUnknown, $"Contract {facts.Contract.Number} has currency '{code}', which is not known here. Enter an ISO code such as USD.");
            return null;
        }

        Compare(refusals, code, $"project {facts.Project.Name}", facts.Project.Currency);
        Compare(refusals, code, $"payables set-up of {facts.Payables.BusinessUnit}", facts.Payables.Currency);

        // Companies with one currency send none; the contract's declared currency then holds.
        Compare(refusals, code, SourceNames.Of(facts.Source), facts.Source.Currency ?? code);
        return currency;
    }

    private static void Compare(RefusalList refusals, string contractCode, string record, string code)
    {
        if (code != contractCode)
        {
            refusals.Add(ReasonCode.CurrencyDiffers, $"The contract is in {contractCode}, {record} in {code}. One document has one currency; correct the one that is wrong.");
        }
    }

    private static IEnumerable<Refusal> Configuration(PreparationFacts facts)
    {
        if (!facts.Project.IsActive)
        {
            yield return Inactive($"Project {facts.Project.Name}");
        }

        if (!facts.Contract.IsActive)
        {
            yield return Inactive($"Contract {facts.Contract.Number}");
        }

        if (!facts.Payables.IsActive)
        {
            yield return Inactive($"The payables set-up of {facts.Payables.BusinessUnit}");
        }
    }

    private static Refusal Inactive(string record) =>
        new(ReasonCode.ConfigurationNotActive, $"{record} is not active. Let a second person activate it, then prepare the document again.");

    private static IEnumerable<Refusal> Contract(ContractFacts contract)
    {
        if (!contract.IsMatched)
        {
            yield return new Refusal(
                ReasonCode.DocumentKindNotSupported,
                $"Contract {contract.Number} bills without a purchase order; unmatched lines are not built. Give it a purchase order.");
        }

        if (!contract.IsRetainageOurs)
        {
            yield return new Refusal(
                ReasonCode.DocumentKindNotSupported,
                $"Contract {contract.Number} lets Oracle keep the retainage; that is not built. Let PowerIntegration keep it.");
        }
    }
}
