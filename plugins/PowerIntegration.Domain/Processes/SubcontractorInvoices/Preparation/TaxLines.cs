using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>The lines of a preparation that carry tax and withholding: an account each, no project, behind the lines of their document.</summary>
internal static class TaxLines
{
    /// <summary>Whether the setup names the accounts that the lines need.</summary>
    public static IEnumerable<Refusal> Accounts(ApplicationTaxOutcome.Computed tax, PayablesFacts payables)
    {
        if (tax.Tax != 0m && string.IsNullOrEmpty(payables.TaxAccount))
        {
            yield return Missing(payables, "tax", tax.Tax);
        }

        if (tax.Withheld != 0m && string.IsNullOrEmpty(payables.WithholdingAccount))
        {
            yield return Missing(payables, "tax withheld from vendors", tax.Withheld);
        }
    }

    /// <summary>The lines; none where nothing is taxed or withheld by lines.</summary>
    public static IEnumerable<PreparedLine> Of(BillingOutcome.Billed billed, ApplicationTaxOutcome.Computed? tax, PreparationFacts facts)
    {
        if (tax is null)
        {
            yield break;
        }

        var number = billed.Lines.Count;
        foreach (var document in billed.Documents)
        {
            foreach (var line in document.Lines)
            {
                number += line.Kind == BillingLineKind.Movement ? 0 : 1;
            }
        }

        for (var index = 0; index < tax.Documents.Count; index++)
        {
            var place = billed.Documents[index].Lines.Count;
            var document = tax.Documents[index];
            if (document.TaxLine != 0m)
            {
                yield return Line(LineKind.Tax, ++number, index + 1, ++place, document.TaxLine, "Tax", facts.Payables.TaxAccount!);
            }

            if (document.WithholdingLine != 0m)
            {
                yield return Line(
                    LineKind.Withholding,
                    ++number,
                    index + 1,
                    ++place,
                    document.WithholdingLine,
                    "Withholding tax",
                    facts.Payables.WithholdingAccount!
                );
            }
        }
    }

    private static PreparedLine Line(LineKind kind, int number, int document, int place, decimal amount, string description, string account) =>
        new()
        {
            Kind = kind,
            LineNumber = number,
            Description = description,
            Amount = amount,
            PayablesInvoice = document,
            OracleLineNumber = place,
            Account = account,
        };

    private static Refusal Missing(PayablesFacts payables, string what, decimal amount) =>
        new(
            LawReasons.TaxTermMissing,
            $"The payables setup of {payables.BusinessUnit} has no account for {what} of {Sentence.Amount(amount)}. "
                + "Ask the integration administrator to enter the account."
        );
}
