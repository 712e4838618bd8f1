namespace PowerIntegration.Domain.VendorMatching;

/// <summary>What a person has to look at.</summary>
/// <param name="Issue">What it is.</param>
/// <param name="Sentence">Names the records, the values and the next step.</param>
public sealed record MatchNote(MatchIssue Issue, string Sentence);
