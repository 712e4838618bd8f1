using PowerIntegration.Domain.ContractBilling.Documents;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>Tax and withholding tax of one Oracle document.</summary>
public sealed record DocumentTax
{
    /// <summary>The document, before tax.</summary>
    public required BillingDocument Document { get; init; }

    /// <summary>Tax; null where the contract has no tax terms or the document has only deductions.</summary>
    public TaxFigures? Tax { get; init; }

    /// <summary>Withholding tax; null where none is withheld by the terms.</summary>
    public WithholdingTaxFigures? Withholding { get; init; }

    /// <summary>Amount of the tax line that is sent; 0 where none is sent: no tax, reverse charge, or Oracle computes it.</summary>
    public decimal TaxLine => Tax?.TaxPaid ?? 0m;

    /// <summary>Amount of the withholding tax line that is sent, below zero where it lowers the payment; 0 where none is sent.</summary>
    public decimal WithholdingLine => -(Withholding?.Withheld ?? 0m);

    /// <summary>True where Oracle computes the tax and no line is sent.</summary>
    public required bool IsTaxedByOracle { get; init; }

    /// <summary>Payable: the document less retainage withheld by Oracle, plus tax, less withholding tax.</summary>
    public decimal Payable => Document.Amount - Document.WithheldByOracle + TaxLine + WithholdingLine;

    /// <summary>Journal of tax and withholding tax by account role, balanced; empty where PowerIntegration books none.</summary>
    public IReadOnlyList<TaxLeg> Journal => [.. Tax?.Journal ?? [], .. Withholding?.Journal ?? []];
}
