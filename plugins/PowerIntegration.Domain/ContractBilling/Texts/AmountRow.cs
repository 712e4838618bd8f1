using System.Text.RegularExpressions;

namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>One line of a text that ends in amounts, as <see cref="CertificateText"/> and <see cref="ProofText"/> write it.</summary>
/// <param name="Name">What is before the amounts.</param>
/// <param name="Amounts">The amounts, from left to right.</param>
internal sealed record AmountRow(string Name, IReadOnlyList<decimal> Amounts)
{
    private const string Amount = @"\s*(-?[0-9][0-9,]*\.[0-9]{2,12})";

    private static readonly Dictionary<int, Regex> Patterns = new()
    {
        [1] = Pattern(1),
        [2] = Pattern(2),
        [3] = Pattern(3),
    };

    /// <summary>Reads a line; null where it does not end in so many amounts.</summary>
    /// <param name="line">The line.</param>
    /// <param name="amounts">How many amounts: one to three.</param>
    public static AmountRow? Read(string line, int amounts)
    {
        var match = Patterns[amounts].Match(line);
        return match.Success
            ? new AmountRow(match.Groups[1].Value.TrimEnd(), [.. Enumerable.Range(2, amounts).Select(group => ToAmount(match.Groups[group].Value))])
            : null;
    }

    /// <summary>An amount as <c>1,234.50</c>.</summary>
    public static decimal ToAmount(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>The lines of a stored text, on whatever machine it was written.</summary>
    public static IReadOnlyList<string> LinesOf(string text) => [.. text.Split('\n').Select(line => line.TrimEnd('\r', ' '))];

    private static Regex Pattern(int amounts) =>
        new("^(.*?)" + string.Concat(Enumerable.Repeat(Amount, amounts)) + "$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
