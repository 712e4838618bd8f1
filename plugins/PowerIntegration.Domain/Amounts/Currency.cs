using System.Diagnostics.CodeAnalysis;

namespace PowerIntegration.Domain.Amounts;

/// <summary>A currency and how many decimals its amounts have. The default value is no currency: empty code, no decimals.</summary>
public readonly record struct Currency
{
    // Amount columns keep two decimals, so currencies with three decimals are not in the list and are refused.
    private static readonly Dictionary<string, int> MinorDigitsByCode = new(StringComparer.Ordinal)
    {
        ["USD"] = 2,
        ["CAD"] = 2,
        ["GBP"] = 2,
        ["EUR"] = 2,
        ["AUD"] = 2,
        ["NZD"] = 2,
        ["AED"] = 2,
        ["SAR"] = 2,
        ["QAR"] = 2,
        ["MXN"] = 2,
        ["CHF"] = 2,
        ["JPY"] = 0,
    };

    private readonly string? code;

    private Currency(string code, int minorDigits)
    {
        this.code = code;
        MinorDigits = minorDigits;
    }

    /// <summary>US dollar.</summary>
    public static Currency Usd { get; } = new("USD", 2);

    /// <summary>ISO 4217 code.</summary>
    public string Code => code ?? "";

    /// <summary>Decimals of an amount, 0 to 2.</summary>
    public int MinorDigits { get; }

    /// <summary>The codes that are supported, for sentences.</summary>
    public static string Supported => string.Join(", ", MinorDigitsByCode.Keys.OrderBy(code => code, StringComparer.Ordinal));

    /// <summary>Finds a currency by its ISO code; false where the code is not supported.</summary>
    public static bool TryFind([NotNullWhen(true)] string? code, out Currency currency)
    {
        var isKnown = MinorDigitsByCode.TryGetValue(code ?? "", out var digits);
        currency = isKnown ? new Currency(code!, digits) : default;
        return isKnown;
    }

    /// <summary>The ISO code.</summary>
    public override string ToString() => Code;
}
