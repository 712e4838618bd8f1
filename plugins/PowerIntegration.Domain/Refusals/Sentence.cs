using System;
using System.Globalization;

namespace PowerIntegration.Domain.Refusals;

/// <summary>Texts for people that read the same on every machine.</summary>
public static class Sentence
{
    // Shows every decimal there is, so that no sentence hides a fraction of a cent.
    private const string AmountFormat = "#,##0.00##########";

    /// <summary>Fills a text with invariant numbers.</summary>
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>An amount as <c>1,234.50</c>.</summary>
    public static string Amount(decimal amount) => amount.ToString(AmountFormat, CultureInfo.InvariantCulture);

    /// <summary>A value in quotes, or <c>nothing</c> where it is missing.</summary>
    public static string Quoted(string? value) => string.IsNullOrEmpty(value) ? "nothing" : "'" + value + "'";
}
