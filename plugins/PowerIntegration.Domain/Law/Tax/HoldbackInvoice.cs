using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Tax;

/// <summary>The statutory holdback of one document, in addition to or instead of contractual retainage.</summary>
public sealed record HoldbackInvoice
{
    private HoldbackInvoice() { }

    /// <summary>Services and materials as supplied with the document.</summary>
    public decimal Gross { get; private init; }

    /// <summary>Withheld with the document.</summary>
    public decimal Holdback { get; private init; }

    /// <summary>Withheld to date.</summary>
    public decimal HeldToDate { get; private init; }

    /// <summary>Paid before tax.</summary>
    public decimal Net => Gross - Holdback;

    /// <summary>Computes from balances: what must be held to date less what is held, so that rounding does not accumulate.</summary>
    /// <param name="rate">Fraction of services and materials as supplied, from a verified rule.</param>
    /// <param name="grossBefore">Supplied before the document.</param>
    /// <param name="heldBefore">Holdback on that amount, including what was released.</param>
    /// <param name="gross">Supplied with the document.</param>
    /// <param name="currency">Currency.</param>
    public static HoldbackInvoice Of(decimal rate, decimal grossBefore, decimal heldBefore, decimal gross, Currency currency)
    {
        Invariant.Require(rate is >= 0m and <= 1m, "A holdback is a fraction.");
        var heldToDate = Rounding.ToMinorUnit(rate * (grossBefore + gross), currency);
        return new HoldbackInvoice
        {
            Gross = gross,
            HeldToDate = heldToDate,
            Holdback = heldToDate - heldBefore,
        };
    }
}
