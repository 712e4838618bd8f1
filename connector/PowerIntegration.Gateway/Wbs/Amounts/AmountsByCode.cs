using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Wbs.Amounts;

/// <summary>Sums by the ID of a WBS code in Procore. A code that is named with 0.00 is in use too.</summary>
internal sealed class AmountsByCode
{
    private readonly Dictionary<string, decimal> sums = new(StringComparer.Ordinal);

    /// <summary>The sum of a code; null where nothing names it.</summary>
    public decimal? this[string codeId] => sums.TryGetValue(codeId, out var sum) ? sum : null;

    /// <summary>Adds the amount of one record.</summary>
    /// <exception cref="IntegrationException">The amount is larger than any that is kept.</exception>
    public void Add(long? codeId, decimal amount, string record)
    {
        if (codeId is { } id)
        {
            Add(id.ToString(CultureInfo.InvariantCulture), amount, record);
        }
    }

    /// <summary>Adds the amount of one record.</summary>
    /// <exception cref="IntegrationException">The amount is larger than any that is kept.</exception>
    public void Add(string codeId, decimal amount, string record) =>
        sums[codeId] = AmountLimit.Holds(amount)
            ? sums.GetValueOrDefault(codeId) + amount
            : throw Unreadable(record, amount.ToString(CultureInfo.InvariantCulture));

    /// <summary>An amount that cannot be used.</summary>
    public static IntegrationException Unreadable(string record, string amount) =>
        new(ProblemCatalog.AmountUnreadable, $"{record}: the amount is {Sentence.Quoted(amount)}. Correct it in Procore.");
}
