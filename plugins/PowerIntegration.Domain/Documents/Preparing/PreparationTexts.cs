namespace PowerIntegration.Domain.Documents.Preparing;

/// <summary>What a person reads of a preparation; stored with it.</summary>
/// <param name="Certificate">Certificate, continuation sheet, documents and warnings.</param>
/// <param name="Proof">Identities, origins of the figures and journals.</param>
/// <param name="Summary">Header figures and the ten largest lines, for whoever approves.</param>
public sealed record PreparationTexts(string Certificate, string Proof, string Summary)
{
    /// <summary>Most characters of certificate and proof: the size of the columns.</summary>
    public const int LengthMax = 1_048_576;

    /// <summary>Most characters of the summary: the size of the column.</summary>
    public const int SummaryLengthMax = 10_000;
}
