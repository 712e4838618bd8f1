using PowerIntegration.Domain.Amounts;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>How far a header may differ from the total of its lines by rounding alone.</summary>
public static class HeaderResidual
{
    /// <summary>True where half a minor unit on each line explains the difference.</summary>
    /// <param name="residual">Header less lines.</param>
    /// <param name="lineCount">Number of lines.</param>
    /// <param name="currency">The contract's currency.</param>
    public static bool IsRounding(decimal residual, int lineCount, Currency currency) =>
        Math.Abs(residual) <= lineCount * Rounding.HalfMinorUnit(currency);
}
