namespace PowerIntegration.Domain.ContractBilling.Texts;

/// <summary>The certificate of a stored text, line by line. <see cref="CertificateText"/> writes the text.</summary>
/// <param name="Lines">The lines of the form.</param>
/// <param name="Remarks">What is said after the documents: checks, tax, the day on which it posts.</param>
public sealed record StoredCertificate(IReadOnlyList<CertificateLine> Lines, IReadOnlyList<string> Remarks)
{
    private const string Header = "Certificate (G702)";
    private const string Last = "Payable now";
    private const int NumberWidth = 3;

    /// <summary>Reads a stored text. What is not there is left out.</summary>
    /// <param name="text">The text.</param>
    public static StoredCertificate Read(string text)
    {
        var lines = AmountRow.LinesOf(text);
        return new StoredCertificate(
            [
                .. lines
                    .SkipWhile(line => !line.StartsWith(Header, StringComparison.Ordinal))
                    .Skip(1)
                    .TakeWhile(line => line.Length > 0)
                    .Select(line => AmountRow.Read(line, 2))
                    .OfType<AmountRow>()
                    .Select(Line),
            ],
            [.. lines.SkipWhile(line => !line.StartsWith(Last, StringComparison.Ordinal)).Skip(1).Where(line => line.Length > 0)]
        );
    }

    private static CertificateLine Line(AmountRow row) =>
        new(
            row.Name.Substring(0, Math.Min(NumberWidth, row.Name.Length)).Trim(),
            row.Name.Length > NumberWidth ? row.Name.Substring(NumberWidth) : "",
            row.Amounts[0],
            row.Amounts[1]
        );
}
