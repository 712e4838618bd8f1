using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preview;

/// <summary>
/// The three texts of an application that is not stored. Invariant: either the three are read, or <see cref="Refusal"/> says what is wrong.
/// </summary>
internal sealed class PreviewTexts
{
    private PreviewTexts() { }

    public Refusal? Refusal { get; private init; }

    public ContractTerms? Terms { get; private init; }

    public ContractLedger? Ledger { get; private init; }

    public Application? Application { get; private init; }

    /// <summary>Reads all three; every problem is named with its text and field.</summary>
    public static PreviewTexts Read(string source, string balances, string terms)
    {
        var reader = new FieldReader();
        var read = new PreviewTexts
        {
            Terms = JsonText.Read("Terms", terms, reader, TermsText.Read),
            Ledger = JsonText.Read("Base", balances, reader, BalancesText.Read),
            Application = JsonText.Read("Source", source, reader, ApplicationText.Read),
        };
        return reader.Problems.Count == 0 ? read : new PreviewTexts { Refusal = Unusable(string.Join(" ", reader.Problems)) };
    }

    public static Refusal Unusable(string detail) =>
        new(SharedReasons.InputUnusable, detail + " Correct the input and preview again. Nothing was stored.");
}
