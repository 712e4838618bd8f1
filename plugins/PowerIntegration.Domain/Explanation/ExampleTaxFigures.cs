namespace PowerIntegration.Domain.Explanation;

/// <summary>Tax of one application of the worked example.</summary>
/// <param name="Tax">Tax that is paid to the vendor; null where it is not calculated.</param>
/// <param name="Withheld">Tax that is withheld; null where it is not calculated.</param>
/// <param name="Remarks">What a person should know.</param>
internal sealed record ExampleTaxFigures(decimal? Tax, decimal? Withheld, IReadOnlyList<string> Remarks);
