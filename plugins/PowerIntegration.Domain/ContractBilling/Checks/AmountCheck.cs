using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Checks;

/// <summary>Whether required amounts are present and no amount has more decimal places than its currency.</summary>
internal sealed class AmountCheck(Currency currency, RefusalList refusals)
{
    public void Required(string name, string? lineId, string field, decimal? amount) => Check(name, lineId, field, amount, isRequired: true);

    public void Optional(string name, string? lineId, string field, decimal? amount)
    {
        if (amount is { } value)
        {
            Precise(name, lineId, field, value);
        }
    }

    public void Check(string name, string? lineId, string field, decimal? amount, bool isRequired)
    {
        if (amount is { } value)
        {
            Precise(name, lineId, field, value);
        }
        else if (isRequired)
        {
            refusals.Add(
                SharedReasons.AmountMissing,
                $"{Subject(name, lineId)}: {field} is missing. Enter the amount, or 0.00 if there is none.",
                new InputPlace(lineId, field) { Allowed = "an amount, or 0.00 if there is none" }
            );
        }
    }

    private void Precise(string name, string? lineId, string field, decimal value)
    {
        if (!Rounding.IsInMinorUnits(value, currency))
        {
            refusals.Add(
                SharedReasons.AmountTooPrecise,
                $"{Subject(name, lineId)}: {field} is {Sentence.Amount(value)}, which has more decimal places than {currency.Code} allows. "
                    + "Correct the amount.",
                new InputPlace(lineId, field)
                {
                    Allowed = "an amount in " + currency.Code + " without fractions of its smallest unit",
                    Accepted = Rounding.ToMinorUnit(value, currency),
                }
            );
        }
    }

    private static string Subject(string name, string? lineId) => lineId is null ? name : name + ", line " + lineId;
}
