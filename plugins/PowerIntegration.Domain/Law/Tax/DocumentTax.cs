using PowerIntegration.Domain.ContractBilling.Documents;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Tax and withholding of one Oracle document.</summary>
public sealed record DocumentTax
{
    /// <summary>The document, before tax.</summary>
    public required BillingDocument Document { get; init; }

    /// <summary>Tax; null where the contract has no terms of tax or the document holds nothing but deductions.</summary>
    public TaxFigures? Tax { get; init; }

    /// <summary>Withholding; null where nothing is withheld by terms.</summary>
    public WithholdingTaxFigures? Withholding { get; init; }

    /// <summary>Amount of the tax line that is sent; 0 where none is: no tax, reverse charge, or Oracle computes it.</summary>
    public decimal TaxLine => Tax?.TaxPaid ?? 0m;

    /// <summary>Amount of the withholding line that is sent, below zero where it lowers the payment; 0 where none is.</summary>
    public decimal WithholdingLine => -(Withholding?.Withheld ?? 0m);

    /// <summary>True where Oracle computes the tax and no line is sent.</summary>
    public required bool IsTaxedByOracle { get; init; }

    /// <summary>What is payable: the document less what Oracle retains, plus tax, less withholding.</summary>
    public decimal Payable => Document.Amount - Document.WithheldByOracle + TaxLine + WithholdingLine;

    /// <summary>Journal of tax and withholding by role of the account, balanced; empty where we book none.</summary>
    public IReadOnlyList<TaxLeg> Journal => [.. Tax?.Journal ?? [], .. Withholding?.Journal ?? []];
}
